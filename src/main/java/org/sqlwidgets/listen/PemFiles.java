package org.sqlwidgets.listen;

import io.micronaut.context.exceptions.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A certificate and its private key, read from two PEM files.
 *
 * @param certificate file with the certificate first, then those that vouch for it
 * @param key file with the private key in PKCS#8, as openssl and certbot write it
 */
record PemFiles(Path certificate, Path key) {
  private static final String CERTIFICATE_SETTING = "sql-widgets.tls.certificate";
  private static final String KEY_SETTING = "sql-widgets.tls.key";
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([^-]+)-----END \\1-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  /** The files that the settings name; both are needed. */
  static PemFiles of(TlsConfiguration configuration) {
    return new PemFiles(
        path(CERTIFICATE_SETTING, configuration.certificate(), KEY_SETTING),
        path(KEY_SETTING, configuration.key(), CERTIFICATE_SETTING));
  }

  private static Path path(String setting, @Nullable String file, String other) {
    if (file == null || file.isBlank()) {
      throw new ConfigurationException(
          "%s names no file, HTTPS needs it beside %s".formatted(setting, other));
    }
    return Path.of(file.strip());
  }

  /** The files' contents as the key store that a TLS engine takes, made sure that they fit. */
  KeyStore load() {
    Certificate[] chain = certificates().toArray(Certificate[]::new);
    PrivateKey privateKey = privateKey();
    if (!belong(privateKey, chain[0].getPublicKey())) {
      throw new ConfigurationException(
          "%s: the key in \"%s\" does not belong to the first certificate in \"%s\""
              .formatted(KEY_SETTING, key, certificate));
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", privateKey, null, chain);
      return store;
    } catch (KeyStoreException e) {
      throw new ConfigurationException(
          "%s: the certificates in \"%s\" are not one chain, expected the server's own first, then the one that signed it, and so on"
              .formatted(CERTIFICATE_SETTING, certificate));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java has PKCS#12", e);
    }
  }

  private Collection<? extends Certificate> certificates() {
    try {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(read(CERTIFICATE_SETTING, certificate)));
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (GeneralSecurityException e) {
      // The sentence below says all that the reader of the log can use.
    }
    throw new ConfigurationException(
        "%s: \"%s\" holds no certificate, expected a PEM file with -----BEGIN CERTIFICATE-----"
            .formatted(CERTIFICATE_SETTING, certificate));
  }

  private PrivateKey privateKey() {
    String text = new String(read(KEY_SETTING, key), StandardCharsets.ISO_8859_1);
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      throw new ConfigurationException(
          "%s: \"%s\" holds no private key, expected a PEM file with -----BEGIN PRIVATE KEY-----"
              .formatted(KEY_SETTING, key));
    }
    return switch (block.group(1)) {
      case "PRIVATE KEY" -> decode(block.group(2));
      case "ENCRYPTED PRIVATE KEY" ->
          throw unusable("is encrypted", "openssl pkey -in %s -out plain.key".formatted(key));
      default ->
          throw unusable(
              "is an older form of private key",
              "openssl pkcs8 -topk8 -nocrypt -in %s -out new.key".formatted(key));
    };
  }

  private PrivateKey decode(String base64) {
    try {
      return decode(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "%s: the private key in \"%s\" cannot be read, expected RSA, EC or EdDSA in PKCS#8"
              .formatted(KEY_SETTING, key));
    }
  }

  private static PrivateKey decode(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException e) {
        // The next one, then.
      }
    }
    throw new InvalidKeySpecException("none of " + ALGORITHMS);
  }

  /** What the one signs, the other must confirm. */
  private static boolean belong(PrivateKey privateKey, PublicKey publicKey) {
    try {
      Signature signature = Signature.getInstance(signatureOf(privateKey));
      signature.initSign(privateKey);
      signature.update((byte) 1);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update((byte) 1);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String signatureOf(PrivateKey privateKey) {
    return switch (privateKey.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> "EdDSA";
    };
  }

  private ConfigurationException unusable(String what, String remedy) {
    return new ConfigurationException(
        "%s: the key in \"%s\" %s, change it with: %s".formatted(KEY_SETTING, key, what, remedy));
  }

  private static byte[] read(String setting, Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ConfigurationException(
          Files.exists(file)
              ? "%s: the file \"%s\" cannot be read by this user".formatted(setting, file)
              : "%s: there is no file \"%s\"".formatted(setting, file.toAbsolutePath()));
    }
  }
}
