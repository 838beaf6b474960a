package io.xephang.samples.dossiers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The steps in which a dossier was handled (CapNhatTienDoHoSoMC), one step a line: some with each
 * of its messages, five to ten over its life.
 */
final class ProgressSteps implements AutoCloseable {
  private static final byte[] CODE = utf8("{\"MaHoSo\":\"");
  private static final byte[] PERSON = utf8("\",\"NguoiXuLy\":\"");
  private static final byte[] STEP_AT = utf8("\",\"ChucDanh\":\"Chuyên viên\",\"ThoiDiemXuLy\":\"");
  private static final byte[] OFFICE = utf8("\",\"PhongBanXuLy\":\"");
  private static final byte[] CONTENT =
      utf8("\",\"NoiDungXuLy\":\"" + DossierMessages.SYNTHETIC + ": xử lý hồ sơ của ");
  private static final byte[] STATUS = utf8("\",\"TrangThai\":\"");
  private static final byte[] STARTED = utf8("\",\"NgayBatDau\":\"");
  private static final byte[] DUE = utf8("\",\"NgayKetThucTheoQuyDinh\":\"");
  private static final byte[] END = utf8("\"}");

  private final DossierMessages messages;
  private final People people = new People();
  private final Draws draws = new Draws();
  private final Steps file;
  private final FileTruth truth;

  /** One step a line, with what lines have in all deliveries. */
  private static final class Steps extends DeliveryFile {
    Steps(Path file) {
      super(file, false, false);
    }

    @Override
    void write(Message message) {
      throw new UnsupportedOperationException("Steps are no dossier messages");
    }

    @Override
    void writeBroken(Message message, int variant) {
      throw new UnsupportedOperationException("Steps are no dossier messages");
    }

    Bytes line() {
      return text;
    }

    void end() {
      endLine();
      endRow();
    }
  }

  ProgressSteps(
      Path landing,
      Series series,
      ProvinceTruth truth,
      DossierMessages messages,
      String date,
      int day) {
    this.messages = messages;
    String name =
        "progress/%s/%s-001.ndjson%s"
            .formatted(date, truth.province().code(), series.gzip() ? ".gz" : "");
    this.file = new Steps(landing.resolve(name));
    this.truth = truth.addFile("progress", name, day, day);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The steps that led to a stage. */
  void write(Dossier dossier, int stage) {
    draws.startAt(Draws.subject(dossier.subject, 1_000 + stage));
    int steps = 5 / dossier.stages + 1 + draws.below(2);
    for (int i = 0; i < steps; i++) {
      write(dossier, stage, Math.max(0, dossier.stageSecond(stage) - 60 * (steps - 1 - i)));
    }
  }

  private void write(Dossier dossier, int stage, int second) {
    Bytes line = file.line();
    int day = dossier.stageDay(stage);
    line.put(CODE);
    messages.putCode(dossier, line);
    line.put(PERSON);
    long official = (dossier.subject >>> 3) % 999;
    people.putName(official, false, line);
    line.put(STEP_AT);
    messages.putTime(line, Dossier.Precision.SECOND, day, second);
    line.put(OFFICE).put(dossier.unit.nameText()).put(CONTENT);
    people.putName(dossier.personNumber(), false, line);
    line.put(STATUS).putNumber(dossier.status(stage), 1).put(STARTED);
    messages.putTime(line, Dossier.Precision.SECOND, dossier.receivedDay, dossier.receivedSecond);
    line.put(DUE);
    if (dossier.dueDay(stage) != Dossier.NEVER) {
      messages.putTime(line, Dossier.Precision.SECOND, dossier.dueDay(stage), Dossier.dueSecond());
    }
    line.put(END);
    file.end();
    truth.addGood();
  }

  @Override
  public void close() {
    file.close();
  }
}
