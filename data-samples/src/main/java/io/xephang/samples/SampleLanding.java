package io.xephang.samples;

import java.nio.file.Path;
import java.util.List;

/** Writes the sample landing folder. */
public final class SampleLanding {
  private SampleLanding() {}

  /**
   * Writes all sample files below the folder given as the only argument. Files of other names in it
   * are neither read nor removed.
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("Expected one argument, the folder to write the sample landing to.");
      System.exit(2);
    }
    writeTo(Path.of(arguments[0]));
  }

  static void writeTo(Path target) {
    LandingFolder landing = new LandingFolder(target);
    List<Annex3485.Line> annex3485 = Annex3485.lines();
    List<Annex5479.Line> annex5479 = Annex5479.lines();
    ProcedureUniverse universe = ProcedureUniverse.of(Field.all());
    CatalogText text = new CatalogText(annex5479);

    Reports.writeTo(landing, annex3485, annex5479);
    new QuangNam(universe, annex5479, Commune.all()).writeTo(landing, text);
    new NationalCatalogs(universe, text, annex3485).writeTo(landing);
  }
}
