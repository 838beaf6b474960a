package io.xephang.warehouse;

import io.xephang.home.DeploymentHome;

/** There is nothing to read yet; the message says how to make it. */
public final class NoServedDatabase extends Exception {
  private static final long serialVersionUID = 1L;

  NoServedDatabase(DeploymentHome home) {
    super(
        "Chưa có dữ liệu trong "
            + home.folder()
            + ": hãy chạy xephang run --landing THƯ_MỤC trước. / There is no served database in "
            + home.folder()
            + ": run xephang run --landing DIR first, or let "
            + DeploymentHome.VARIABLE
            + " name another folder.");
  }
}
