package io.xephang.scheduler.alert;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The ways that the environment describes: {@code XEPHANG_ALERT_WEBHOOK}; {@code
 * XEPHANG_ALERT_MAIL_TO} with {@code XEPHANG_ALERT_MAIL_FROM}, {@code XEPHANG_SMTP_HOST}, {@code
 * XEPHANG_SMTP_PORT}, {@code XEPHANG_SMTP_SECURITY}, {@code XEPHANG_SMTP_USER} and {@code
 * XEPHANG_SMTP_PASSWORD}.
 */
public record AlertChannels(List<AlertChannel> channels) {
  private static final String WEBHOOK = "XEPHANG_ALERT_WEBHOOK";
  private static final String TO = "XEPHANG_ALERT_MAIL_TO";
  private static final String FROM = "XEPHANG_ALERT_MAIL_FROM";
  private static final String HOST = "XEPHANG_SMTP_HOST";
  private static final String PORT = "XEPHANG_SMTP_PORT";
  private static final String SECURITY = "XEPHANG_SMTP_SECURITY";
  private static final String USER = "XEPHANG_SMTP_USER";
  private static final String PASSWORD = "XEPHANG_SMTP_PASSWORD";

  public AlertChannels {
    channels = List.copyOf(channels);
  }

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException naming the variable that is wrong, or missing beside others;
   *     for users
   */
  public static AlertChannels of(Map<String, String> environment, Clock clock) {
    List<AlertChannel> channels = new ArrayList<>();
    find(environment, WEBHOOK).ifPresent(written -> channels.add(webhook(written)));
    find(environment, TO).ifPresent(to -> channels.add(mail(environment, to, clock)));
    return new AlertChannels(channels);
  }

  private static Optional<String> find(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static String required(Map<String, String> environment, String name) {
    return find(environment, name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + ": cần đặt khi có / has to be set when there is " + TO));
  }

  private static WebhookChannel webhook(String written) {
    try {
      URI address = URI.create(written);
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return new WebhookChannel(address);
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the address: it may hold a secret.
    }
    throw new IllegalArgumentException(
        WEBHOOK + ": cần địa chỉ như / expected an address like https://chat.example.vn/hooks/…");
  }

  private static MailChannel mail(Map<String, String> environment, String to, Clock clock) {
    String security = find(environment, SECURITY).orElse("starttls");
    Optional<String> user = find(environment, USER);
    try {
      return new MailChannel(
          required(environment, HOST),
          Integer.parseInt(find(environment, PORT).orElse("587")),
          MailChannel.Security.valueOf(security.toUpperCase(Locale.ROOT)),
          user.map(name -> new MailChannel.Login(name, required(environment, PASSWORD))),
          required(environment, FROM),
          to,
          clock);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PORT + ": cần số / expected a number like 587");
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith("XEPHANG")
          ? e
          : new IllegalArgumentException(
              SECURITY + " '" + security + "': cần / expected starttls, tls, none");
    }
  }

  /**
   * Tells something by all ways.
   *
   * @param problems is told of the ways that failed
   * @return whether it got through by one of them at least
   */
  public boolean send(String subject, String text, Consumer<String> problems) {
    boolean through = false;
    for (AlertChannel channel : channels) {
      try {
        channel.send(subject, text);
        through = true;
      } catch (AlertFailed e) {
        problems.accept("cảnh báo không gửi được / alert not sent: " + e.getMessage());
      }
    }
    return through;
  }
}
