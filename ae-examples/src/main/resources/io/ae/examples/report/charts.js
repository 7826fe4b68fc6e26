// Loss curves and the spread of code units, drawn by echarts in the page's own colours.
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

  let log = false;
  const curve = data.curves.length ? page.show("loss", () => loss(log)) : null;
  if (data.units) page.show("spread", units);
  page.toggle("log", curve, on => { log = on; });
})();
