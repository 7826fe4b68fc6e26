package io.ae.examples.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One wall: a rule that holds for the classes under a root package.
 *
 * @param name what the wall says
 * @param rule the rule
 * @param breach simple name of the fixture under {@code broken} that breaks this wall on purpose
 */
record Wall(String name, ArchRule rule, String breach) {}
