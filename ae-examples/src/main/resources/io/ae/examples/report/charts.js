// Loss curves, the spread of code units, and what a plugin's pages draw, drawn by echarts in the page's own colours.
(function () {
  "use strict";
  const { data, css, number, frame } = page;

  function loss(log) {
    const f = frame();
    const colours = page.colours();
    return {
      animation: false, textStyle: f.textStyle, grid: f.grid, legend: f.legend, tooltip: f.tooltip,
      xAxis: Object.assign(f.x, { type: "value", name: "epoch", min: 1, minInterval: 1, splitLine: { show: false } }),
      yAxis: Object.assign(f.y, { type: log ? "log" : "value", scale: true }),
      series: data.curves.map((c, i) => ({
        name: c.name, type: "line", symbol: c.epochs.length > 60 ? "none" : "circle", symbolSize: 6,
        color: colours[i % colours.length],
        lineStyle: { width: 2, type: c.name.includes("validation") ? "dashed" : "solid" },
        data: c.epochs.map((e, k) => [e, c.values[k]])
      }))
    };
  }

  function units() {
    const f = frame();
    const order = data.units.deviation.map((d, i) => i).sort((a, b) => data.units.deviation[b] - data.units.deviation[a]);
    const colour = i => data.units.dead[i] ? css("--mark") : data.units.saturated[i] ? css("--accent-2") : css("--accent");
    return {
      animation: false, textStyle: f.textStyle, grid: Object.assign(f.grid, { top: 16 }),
      tooltip: Object.assign(f.tooltip, { formatter: p => "unit " + order[p[0].dataIndex] + "<br>deviation " + number(p[0].value) + "<br>mean " + number(data.units.mean[order[p[0].dataIndex]]) }),
      xAxis: Object.assign(f.x, { type: "category", name: "unit, by spread", data: order }),
      yAxis: Object.assign(f.y, { type: "value" }),
      series: [{ type: "bar", barMaxWidth: 28, data: order.map(i => ({ value: data.units.deviation[i], itemStyle: { color: colour(i), borderRadius: [3, 3, 0, 0] } })) }]
    };
  }

  function activity() {
    const f = frame();
    const { low, high, shares } = data.activity;
    const step = (high - low) / shares.length;
    const edge = i => number(low + i * step);
    return {
      animation: false, textStyle: f.textStyle, grid: Object.assign(f.grid, { top: 16 }),
      tooltip: Object.assign(f.tooltip, { formatter: p => edge(p[0].dataIndex) + " to " + edge(p[0].dataIndex + 1) + "<br><b>" + number(100 * p[0].value) + " %</b>" }),
      xAxis: Object.assign(f.x, { type: "category", name: "activation", data: shares.map((s, i) => number(low + (i + .5) * step)), axisLabel: Object.assign({ hideOverlap: true }, f.x.axisLabel) }),
      yAxis: Object.assign(f.y, { type: "value", axisLabel: Object.assign({}, f.y.axisLabel, { formatter: v => number(100 * v) + " %" }) }),
      series: [{ type: "bar", barCategoryGap: "8%", color: css("--accent"), data: shares }]
    };
  }

  function spectrum() {
    const f = frame();
    return {
      animation: false, textStyle: f.textStyle, grid: Object.assign(f.grid, { top: 16 }), tooltip: f.tooltip,
      xAxis: Object.assign(f.x, { type: "category", name: "singular value", data: data.spectrum.map((s, i) => i + 1), axisLabel: Object.assign({ hideOverlap: true }, f.x.axisLabel) }),
      yAxis: Object.assign(f.y, { type: "value", min: 0 }),
      series: [{ name: "mean", type: "line", symbol: data.spectrum.length > 60 ? "none" : "circle", symbolSize: 6, lineStyle: { width: 2 }, color: css("--accent"), data: data.spectrum }]
    };
  }

  let log = false;
  const curve = data.curves.length ? page.show("loss", () => loss(log)) : null;
  if (data.units) page.show("spread", units);
  if (data.activity) page.show("activity", activity);
  if (data.spectrum) page.show("spectrum", spectrum);
  page.toggle("log", curve, on => { log = on; });
})();
