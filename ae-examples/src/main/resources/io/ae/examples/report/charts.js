// Loss curves and the spread of code units, drawn by echarts in the page's own colours.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = v => v === null ? "–" : Number(v.toPrecision(4)).toString();
  const charts = [];

  function frame() {
    const text = { color: css("--soft"), fontSize: 12 };
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: 36, bottom: 28, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 18, textStyle: { color: css("--ink"), fontSize: 13 }, inactiveColor: css("--soft") },
      tooltip: { trigger: "axis", backgroundColor: css("--card"), borderColor: css("--line"), textStyle: { color: css("--ink"), fontSize: 13 }, valueFormatter: number, confine: true },
      x: { nameLocation: "middle", nameGap: 26, nameTextStyle: text, axisLabel: text, axisLine: { lineStyle: { color: css("--line") } }, axisTick: { show: false } },
      y: { axisLabel: Object.assign({ formatter: number }, text), splitLine: { lineStyle: { color: css("--line") } } }
    };
  }

  function loss(element, log) {
    const f = frame();
    const colours = [css("--accent"), css("--accent-2"), css("--soft")];
    const extra = ["#3ca951", "#a463f2", "#9c6b4e", "#6cc5b0", "#ff8ab7", "#efb118"];
    return {
      animation: false, textStyle: f.textStyle, grid: f.grid, legend: f.legend, tooltip: f.tooltip,
      xAxis: Object.assign(f.x, { type: "value", name: "epoch", min: 1, minInterval: 1, splitLine: { show: false } }),
      yAxis: Object.assign(f.y, { type: log ? "log" : "value", scale: true }),
      series: data.curves.map((c, i) => ({
        name: c.name, type: "line", symbol: c.epochs.length > 60 ? "none" : "circle", symbolSize: 6,
        color: colours.concat(extra)[i % 9],
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

  function show(id, options) {
    const element = document.getElementById(id);
    if (!element) return null;
    const chart = echarts.init(element);
    const entry = { draw: () => chart.setOption(options(), true), chart };
    entry.draw();
    charts.push(entry);
    return entry;
  }

  let log = false;
  const curve = data.curves.length ? show("loss", () => loss(null, log)) : null;
  if (data.units) show("spread", units);
  const toggle = document.getElementById("log");
  if (toggle && curve) toggle.addEventListener("click", () => {
    log = !log;
    toggle.setAttribute("aria-pressed", String(log));
    curve.draw();
  });
  addEventListener("resize", () => charts.forEach(c => c.chart.resize()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach(c => c.draw()));
})();
