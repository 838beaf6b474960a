package io.xephang.scheduler.alert;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * E-mail by SMTP.
 *
 * @param to addresses, separated by commas
 * @param clock for the date of a message
 * @param login empty if the server asks for none
 */
record MailChannel(
    String host,
    int port,
    Security security,
    Optional<Login> login,
    String from,
    String to,
    Clock clock)
    implements AlertChannel {
  private static final String MILLIS = "10000";

  /** How the connection is kept from others' eyes. */
  enum Security {
    /** The connection becomes encrypted, or nothing is sent. */
    STARTTLS,
    /** It is encrypted from the start. */
    TLS,
    /** It is not: for a server on this machine. */
    NONE
  }

  /** Who sends. It is never printed. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  @Override
  public void send(String subject, String text) throws AlertFailed {
    Session session = Session.getInstance(settings(), authenticator());
    try {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress(from));
      message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
      message.setSubject(subject, StandardCharsets.UTF_8.name());
      message.setText(text, StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      Transport.send(message);
    } catch (MessagingException e) {
      throw new AlertFailed("e-mail, " + host + ":" + port + ": " + e.getMessage());
    }
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", host);
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.auth", Boolean.toString(login.isPresent()));
    settings.setProperty("mail.smtp.connectiontimeout", MILLIS);
    settings.setProperty("mail.smtp.timeout", MILLIS);
    settings.setProperty("mail.smtp.writetimeout", MILLIS);
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    settings.setProperty(
        "mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
    settings.setProperty(
        "mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
    settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
    return settings;
  }

  private Authenticator authenticator() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return login
            .map(known -> new PasswordAuthentication(known.user(), known.password()))
            .orElse(null);
      }
    };
  }
}
