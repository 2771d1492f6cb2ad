package org.sqlwidgets.listen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A self-signed certificate for localhost in PEM files, made by the JDK's keytool.
 *
 * @param certificate PEM file
 * @param key PEM file, PKCS#8
 */
public record Certificates(Path certificate, Path key) {
  private static final char[] PASSWORD = "password".toCharArray();

  /** Makes one that vouches for itself, as the recipe in docs/https.md does. */
  public static Certificates make(Path folder, String name, String algorithm) throws Exception {
    Path store = folder.resolve(name + ".p12");
    keytool(store, "server", name, "-keyalg", algorithm);
    return export(store, folder, name);
  }

  /** Makes one that another vouches for; the certificate file has both. */
  static Certificates makeSigned(Path folder, String name) throws Exception {
    Path store = folder.resolve(name + ".p12");
    keytool(store, "authority", name + " authority", "-keyalg", "EC", "-ext", "bc:c");
    keytool(store, "server", name, "-keyalg", "EC", "-signer", "authority");
    return export(store, folder, name);
  }

  private static void keytool(Path store, String alias, String name, String... more)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
    command.addAll(List.of(more));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
  }

  private static Certificates export(Path store, Path folder, String name) throws Exception {
    KeyStore made = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      made.load(in, PASSWORD);
    }
    StringBuilder chain = new StringBuilder();
    for (Certificate certificate : made.getCertificateChain("server")) {
      chain.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    String key = pem("PRIVATE KEY", made.getKey("server", PASSWORD).getEncoded());
    return new Certificates(
        Files.writeString(folder.resolve(name + ".crt"), chain),
        Files.writeString(folder.resolve(name + ".key"), key));
  }

  /** One PEM block. */
  static String pem(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(label, base64, label);
  }

  /** The settings of a server with this certificate. */
  public Map<String, Object> settings() {
    return Map.of(
        "sql-widgets.tls.certificate",
        certificate.toString(),
        "sql-widgets.tls.key",
        key.toString());
  }

  /** A client that trusts this certificate and no other. */
  public HttpClient client(HttpClient.Version version) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trust());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return HttpClient.newBuilder().sslContext(context).version(version).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key store that trusts this certificate and no other. */
  KeyStore trust() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(
          "server", new PemFiles(certificate, key).load().getCertificate("server"));
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
