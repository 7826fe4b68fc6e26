package io.ae.cpu.plan;

import io.ae.api.graph.Shape;

/** A node's elements under a shape: reshaping moves nothing. */
record View(Node node, Shape shape) {}
