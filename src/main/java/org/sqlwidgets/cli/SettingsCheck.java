package org.sqlwidgets.cli;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Locale;

/**
 * Refuses values of our settings that are of another type, before anything is opened.
 *
 * <p>The framework would take the default instead, and say nothing.
 */
@Context
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsCheck {
  private static final String OURS = "org.sqlwidgets.";

  private final Environment environment;

  SettingsCheck(BeanContext context, Environment environment) {
    this.environment = environment;
    context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
        .filter(settings -> settings.getBeanType().getName().startsWith(OURS))
        .forEach(this::check);
  }

  private void check(BeanDefinition<?> settings) {
    String prefix =
        settings.stringValue(ConfigurationReader.class, ConfigurationReader.PREFIX).orElse("");
    for (Argument<?> setting : settings.getConstructor().getArguments()) {
      check(prefix + "." + NameUtils.hyphenate(setting.getName(), true), setting);
    }
  }

  private <T> void check(String key, Argument<T> setting) {
    String given = environment.getProperty(key, String.class).orElse("");
    if (!environment.containsProperty(key) || fits(key, given, setting)) {
      return;
    }
    throw new ConfigurationException(
        "%s is \"%s\"; expected %s"
            .formatted(key, given, StartFailures.expected(setting.getType().getSimpleName())));
  }

  private <T> boolean fits(String key, String given, Argument<T> setting) {
    if (setting.getType() == Boolean.class) {
      String word = given.toLowerCase(Locale.ROOT);
      return word.equals("true") || word.equals("false");
    }
    ArgumentConversionContext<T> conversion = ConversionContext.of(setting);
    return environment.getProperty(key, conversion).isPresent()
        && conversion.getLastError().isEmpty();
  }
}
