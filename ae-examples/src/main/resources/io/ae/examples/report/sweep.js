// The error of each series of a sweep, with PCA's beside it.
(function () {
  "use strict";
  const { data, css, number, frame } = page;

  function error(log) {
    const f = frame();
    const colours = page.colours();
    let own = 0;
    return {
      animation: false, textStyle: f.textStyle, grid: f.grid,
      legend: Object.assign(f.legend, { type: "scroll", right: 8 }),
      tooltip: Object.assign(f.tooltip, {
        formatter: points => data.axis.replace(/[<&]/g, "") + " " + echarts.format.encodeHTML(points[0].name) + points.map(p => {
          const s = data.series[p.seriesIndex];
          const range = s.least && s.least[p.dataIndex] !== s.most[p.dataIndex]
            ? " (" + number(s.least[p.dataIndex]) + " to " + number(s.most[p.dataIndex]) + ")" : "";
          return "<br>" + p.marker + echarts.format.encodeHTML(p.seriesName) + " <b>" + number(p.value) + "</b>" + range;
        }).join("")
      }),
      xAxis: Object.assign(f.x, { type: "category", name: data.axis, data: data.labels, axisLabel: Object.assign({ hideOverlap: true }, f.x.axisLabel) }),
      yAxis: Object.assign(f.y, { type: log ? "log" : "value", min: log ? undefined : 0 }),
      series: data.series.map(s => {
        const colour = s.pca ? css("--soft") : colours.filter((c, i) => i !== 2)[own++ % (colours.length - 1)];
        return {
          name: s.name, type: "line", symbol: s.pca ? "diamond" : "circle", symbolSize: s.pca ? 8 : 7, color: colour,
          lineStyle: { width: 2, type: s.pca ? "dashed" : "solid" }, data: s.values
        };
      })
    };
  }

  let log = false;
  const chart = page.show("error-chart", () => error(log));
  page.toggle("log", chart, on => { log = on; });
})();
