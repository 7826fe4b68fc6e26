// What every chart of a page shares: its data, its colours, and drawing anew when the window or the colours change.
const page = (function () {
  "use strict";
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = v => v === null || v === undefined ? "–" : Number(v.toPrecision(4)).toString();
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

  function colours() {
    return [css("--accent"), css("--accent-2"), css("--soft"), "#3ca951", "#a463f2", "#9c6b4e", "#6cc5b0", "#ff8ab7", "#efb118"];
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

  function toggle(id, chart, act) {
    const button = document.getElementById(id);
    if (!button || !chart) return;
    let on = false;
    button.addEventListener("click", () => {
      on = !on;
      button.setAttribute("aria-pressed", String(on));
      act(on);
      chart.draw();
    });
  }

  addEventListener("resize", () => charts.forEach(c => c.chart.resize()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach(c => c.draw()));
  return { data: JSON.parse(document.getElementById("data").textContent), css, number, frame, colours, show, toggle };
})();
