package io.xephang.notebooks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.time.Day;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;

/** Charts of rates, drawn from the columns of a result. Rows without a value are left out. */
public final class Charts {
  private static final int WIDTH = 860;
  private static final int BAR = 18;
  private static final int AROUND = 110;
  private static final int LINES = 380;
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  /** Apart from each other for those who do not tell red from green. */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0xE69F00));

  private static final Color GRID = new Color(0xDDDDDD);
  private static final Color TARGET = new Color(0xB00020);
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private Charts() {}

  /**
   * Rates of units as horizontal bars, the first row on top.
   *
   * @param label column of the names
   * @param rate column of the rates, fractions of 1
   */
  public static Picture bars(String title, ResultTable table, String label, String rate) {
    DefaultCategoryDataset rates = new DefaultCategoryDataset();
    for (ResultTable.Row row : table.all()) {
      if (row.number(rate) != null) {
        rates.addValue(row.number(rate), "", row.text(label));
      }
    }
    JFreeChart chart =
        ChartFactory.createBarChart(
            title, null, null, rates, PlotOrientation.HORIZONTAL, false, false, false);
    CategoryPlot plot = chart.getCategoryPlot();
    theme(chart, plot);
    plot.setRangeGridlinePaint(GRID);
    plot.getDomainAxis().setCategoryMargin(0.25);
    plot.getDomainAxis().setLowerMargin(0.01);
    plot.getDomainAxis().setUpperMargin(0.01);
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.45f);
    plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
    percentages((NumberAxis) plot.getRangeAxis());
    // Room for the numbers behind the bars.
    plot.getRangeAxis().setUpperMargin(0.12);
    BarRenderer bars = (BarRenderer) plot.getRenderer();
    bars.setBarPainter(new StandardBarPainter());
    bars.setShadowVisible(false);
    bars.setSeriesPaint(0, COLOURS.get(0));
    bars.setDefaultItemLabelsVisible(true);
    bars.setDefaultItemLabelFont(FONT.deriveFont(11f));
    bars.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator(
            StandardCategoryItemLabelGenerator.DEFAULT_LABEL_FORMAT_STRING, PercentFormat.exact()));
    return new Picture(chart, WIDTH, AROUND + BAR * Math.max(1, rates.getColumnCount()));
  }

  /**
   * Rates over time as lines.
   *
   * @param date column of the days
   * @param rate column of the rates, fractions of 1
   * @param series column whose values tell the lines apart
   */
  public static Picture lines(
      String title, ResultTable table, String date, String rate, String series) {
    TimeSeriesCollection lines = new TimeSeriesCollection(TimeZone.getTimeZone(ZoneOffset.UTC));
    for (ResultTable.Row row : table.all()) {
      if (row.number(rate) != null) {
        LocalDate day = (LocalDate) row.value(date);
        String name = row.text(series);
        if (lines.getSeriesIndex(name) < 0) {
          lines.addSeries(new TimeSeries(name));
        }
        lines
            .getSeries(name)
            .addOrUpdate(
                new Day(day.getDayOfMonth(), day.getMonthValue(), day.getYear()), row.number(rate));
      }
    }
    JFreeChart chart =
        ChartFactory.createTimeSeriesChart(title, null, null, lines, true, false, false);
    XYPlot plot = chart.getXYPlot();
    theme(chart, plot);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    DateAxis dates = new DateAxis(null, TimeZone.getTimeZone(ZoneOffset.UTC), VIETNAMESE);
    dates.setDateFormatOverride(MonthFormat.create());
    dates.setTickLabelFont(FONT);
    plot.setDomainAxis(dates);
    percentages((NumberAxis) plot.getRangeAxis());
    XYLineAndShapeRenderer drawn = new XYLineAndShapeRenderer(true, true);
    for (int i = 0; i < lines.getSeriesCount(); i++) {
      drawn.setSeriesPaint(i, COLOURS.get(i % COLOURS.size()));
      drawn.setSeriesStroke(i, new BasicStroke(2f));
    }
    plot.setRenderer(drawn);
    return new Picture(chart, WIDTH, LINES);
  }

  /**
   * The same chart with a line at a target.
   *
   * @param target a fraction of 1; null, as most indicators have none: the chart as it is
   */
  public static Picture withTarget(Picture picture, Number target) {
    if (target == null) {
      return picture;
    }
    double rate = target.doubleValue();
    ValueMarker line = new ValueMarker(rate, TARGET, new BasicStroke(1.5f));
    line.setLabel("mục tiêu / target " + Written.target(target));
    line.setLabelFont(FONT);
    line.setLabelPaint(TARGET);
    line.setLabelBackgroundColor(Color.WHITE);
    Plot plot = picture.chart().getPlot();
    if (plot instanceof XYPlot lines) {
      line.setLabelAnchor(RectangleAnchor.TOP_LEFT);
      line.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
      line.setLabelOffset(new RectangleInsets(4, 4, 4, 4));
      lines.addRangeMarker(line);
      ValueAxis axis = lines.getRangeAxis();
      axis.setRange(0, Math.max(axis.getUpperBound(), rate * 1.15));
    } else {
      line.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
      line.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
      ((CategoryPlot) plot).addRangeMarker(line);
    }
    return picture;
  }

  private static void theme(JFreeChart chart, Plot plot) {
    StandardChartTheme theme = new StandardChartTheme("xephang");
    theme.setExtraLargeFont(FONT.deriveFont(Font.BOLD, 15f));
    theme.setLargeFont(FONT);
    theme.setRegularFont(FONT);
    theme.setSmallFont(FONT);
    theme.apply(chart);
    chart.setBackgroundPaint(Color.WHITE);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
  }

  private static void percentages(NumberAxis axis) {
    axis.setNumberFormatOverride(PercentFormat.axis());
    axis.setTickLabelFont(FONT);
    axis.setAutoRangeIncludesZero(true);
  }
}
