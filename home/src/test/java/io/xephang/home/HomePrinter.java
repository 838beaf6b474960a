package io.xephang.home;

/** A process of its own: prints the home folder that its environment names. */
final class HomePrinter {
  private HomePrinter() {}

  public static void main(String[] args) {
    System.out.println(DeploymentHome.fromEnvironment().folder());
  }
}
