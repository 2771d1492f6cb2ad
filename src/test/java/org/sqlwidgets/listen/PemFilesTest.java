package org.sqlwidgets.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemFilesTest {
  @TempDir static Path folder;

  private static Certificates good;
  private static Certificates other;

  @BeforeAll
  static void make() throws Exception {
    good = Certificates.make(folder, "good", "EC");
    other = Certificates.make(folder, "other", "RSA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "Ed25519"})
  void certificateAndKey_areRead(String algorithm) throws Exception {
    Certificates made = Certificates.make(folder, "made-" + algorithm, algorithm);
    KeyStore store = new PemFiles(made.certificate(), made.key()).load();
    assertThat(store.isKeyEntry("server")).isTrue();
    assertThat(store.getCertificateChain("server")).hasSize(1);
  }

  @Test
  void wholeChain_isRead_andTextAroundTheBlocksIgnored() throws Exception {
    Certificates signed = Certificates.makeSigned(folder, "signed");
    Path key = folder.resolve("with-text.key");
    Files.writeString(key, "Bag Attributes\n" + Files.readString(signed.key()));
    KeyStore store = new PemFiles(signed.certificate(), key).load();
    assertThat(store.getCertificateChain("server")).hasSize(2);
  }

  @Test
  void certificatesThatAreNoChain_areRefused() throws Exception {
    Path unrelated = folder.resolve("unrelated.crt");
    Files.writeString(
        unrelated, Files.readString(good.certificate()) + Files.readString(other.certificate()));
    assertRefused(
        unrelated,
        good.key(),
        "sql-widgets.tls.certificate: the certificates in \"%s\" are not one chain, expected the server's own first, then the one that signed it, and so on"
            .formatted(unrelated));
  }

  @Test
  void keyOfAnotherCertificate_isRefused() {
    assertRefused(
        good.certificate(),
        other.key(),
        "sql-widgets.tls.key: the key in \"%s\" does not belong to the first certificate in \"%s\""
            .formatted(other.key(), good.certificate()));
  }

  @Test
  void missingFiles_areNamed() {
    Path missing = folder.resolve("missing.pem");
    assertRefused(
        missing,
        good.key(),
        "sql-widgets.tls.certificate: there is no file \"%s\"".formatted(missing));
    assertRefused(
        good.certificate(),
        missing,
        "sql-widgets.tls.key: there is no file \"%s\"".formatted(missing));
  }

  @Test
  void swappedFiles_areRefused() {
    assertRefused(
        good.key(),
        good.certificate(),
        "sql-widgets.tls.certificate: \"%s\" holds no certificate, expected a PEM file with -----BEGIN CERTIFICATE-----"
            .formatted(good.key()));
    assertRefused(
        good.certificate(),
        good.certificate(),
        "sql-widgets.tls.key: \"%s\" holds no private key, expected a PEM file with -----BEGIN PRIVATE KEY-----"
            .formatted(good.certificate()));
  }

  @ParameterizedTest
  @CsvSource({
    "ENCRYPTED PRIVATE KEY, is encrypted, openssl pkey -in %s -out plain.key",
    "RSA PRIVATE KEY, is an older form of private key, openssl pkcs8 -topk8 -nocrypt -in %s -out"
        + " new.key",
    "EC PRIVATE KEY, is an older form of private key, openssl pkcs8 -topk8 -nocrypt -in %s -out"
        + " new.key"
  })
  void keyInAnotherForm_isRefusedWithTheCommandThatChangesIt(
      String label, String what, String command) throws Exception {
    Path key = keyFile(label, new byte[] {1, 2, 3});
    assertRefused(
        good.certificate(),
        key,
        "sql-widgets.tls.key: the key in \"%s\" %s, change it with: %s"
            .formatted(key, what, command.formatted(key)));
  }

  @Test
  void damagedKey_isRefused() throws Exception {
    Path key = keyFile("PRIVATE KEY", new byte[] {1, 2});
    assertRefused(
        good.certificate(),
        key,
        "sql-widgets.tls.key: the private key in \"%s\" cannot be read, expected RSA, EC or EdDSA in PKCS#8"
            .formatted(key));
  }

  @ParameterizedTest
  @CsvSource({
    "cert.pem,, sql-widgets.tls.key, sql-widgets.tls.certificate",
    ", key.pem, sql-widgets.tls.certificate, sql-widgets.tls.key",
    "' ', key.pem, sql-widgets.tls.certificate, sql-widgets.tls.key"
  })
  void oneFileWithoutTheOther_isRefused(
      @Nullable String certificate, @Nullable String key, String missing, String given) {
    assertThatThrownBy(() -> PemFiles.of(new TlsConfiguration(certificate, key)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("%s names no file, HTTPS needs it beside %s".formatted(missing, given));
  }

  private static Path keyFile(String label, byte[] der) throws IOException {
    return Files.writeString(folder.resolve("unusable.key"), Certificates.pem(label, der));
  }

  private static void assertRefused(Path certificate, Path key, String message) {
    assertThatThrownBy(() -> new PemFiles(certificate, key).load())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }
}
