package org.sqlwidgets.cli;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlwidgets.problem.NearMiss;

/**
 * Holds what was set to the settings that there are, before anything is opened.
 *
 * <p>A value of another type is refused: the framework would take the default, and say nothing. A
 * name that is no setting gets a warning: it may belong to another program.
 */
@Context
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);

  private static final String OUR_PACKAGES = "org.sqlwidgets.";
  private static final String OUR_SETTINGS = "sql-widgets.";

  /** A list of entries, each with words of its own, which package access holds to its rules. */
  private static final String KEYS = "sql-widgets.keys";

  private static final Pattern KEYS_VARIABLE = Pattern.compile("SQL_WIDGETS_KEYS_[0-9]+_[A-Z0-9]+");

  private final Environment environment;
  private final Set<String> known = new TreeSet<>();

  SettingsCheck(BeanContext context, Environment environment) {
    this.environment = environment;
    known.add(KEYS);
    context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
        .filter(settings -> settings.getBeanType().getName().startsWith(OUR_PACKAGES))
        .forEach(this::check);
    unknown(environment.getPropertySources(), known)
        .forEach(warning -> LOG.warn("{}, so it has no effect", warning));
  }

  private void check(BeanDefinition<?> settings) {
    String prefix =
        settings.stringValue(ConfigurationReader.class, ConfigurationReader.PREFIX).orElse("");
    for (Argument<?> setting : settings.getConstructor().getArguments()) {
      String key = prefix + "." + NameUtils.hyphenate(setting.getName(), true);
      known.add(key);
      check(key, setting);
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

  /** What was set under our name and is no setting; one sentence each. */
  static List<String> unknown(Iterable<PropertySource> sources, Set<String> known) {
    Set<String> variables = new TreeSet<>(known.stream().map(SettingsCheck::variable).toList());
    Set<String> sentences = new TreeSet<>();
    for (PropertySource source : sources) {
      boolean isEnvironment =
          source.getConvention() == PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE;
      Set<String> names = isEnvironment ? variables : known;
      for (String name : source) {
        String plain = isEnvironment ? name : plain(name);
        if (plain.startsWith(isEnvironment ? variable(OUR_SETTINGS) : OUR_SETTINGS)
            && !names.contains(plain)
            && !(isEnvironment && KEYS_VARIABLE.matcher(plain).matches())) {
          sentences.add("%s is no setting%s".formatted(name, NearMiss.hint(plain, names)));
        }
      }
    }
    return List.copyOf(sentences);
  }

  /** The name of a setting without the index of a list's item. */
  private static String plain(String name) {
    return NameUtils.hyphenate(name.replaceAll("\\[.*", ""), true);
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
