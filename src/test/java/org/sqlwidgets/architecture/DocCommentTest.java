package org.sqlwidgets.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every package and every public type opens with a doc comment that defines it. */
class DocCommentTest {
  /** A public type that begins in the first column, as the formatter has it. */
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:(?:abstract|final|sealed|non-sealed|strictfp) )*"
              + "(?:class|interface|record|enum|@interface) (\\w+)",
          Pattern.MULTILINE);

  /** A doc comment at the end of a text, with nothing but annotations after it. */
  private static final Pattern DOC_COMMENT =
      Pattern.compile(
          "\n/\\*\\*\\s(?:(?!\\*/).)*\\*/\n(?:@(?:(?!\n/\\*|;\n).)*\n)?$", Pattern.DOTALL);

  @Test
  void publicTypes_haveADocComment() {
    assertThat(Source.all().stream().filter(source -> undocumented(source.text())))
        .extracting(Source::file)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a.B;\n\n/** A thing. */\npublic final class Thing {}\n",
        "import a.B;\n\n/**\n * A thing.\n */\n@B\n@C(\n    x = 1)\npublic record Thing() {}\n",
        "import a.B;\n\n@B\nfinal class Inner {}\n"
      })
  void documentedType_passes(String text) {
    assertThat(undocumented(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a.B;\n\npublic final class Thing {}\n",
        "import a.B;\n\n@B\npublic sealed interface Thing {}\n",
        "import a.B;\n\n/* A thing. */\npublic enum Thing {}\n",
        "/** A file. */\nimport a.B;\n\npublic class Thing {}\n"
      })
  void undocumentedType_isFound(String text) {
    assertThat(undocumented(text)).isTrue();
  }

  @Test
  void packages_haveAParagraphAndNullMarked() {
    List<Source> infos = Source.all().stream().filter(Source::isPackageInfo).toList();
    Set<String> packages = Source.all().stream().map(Source::packageName).collect(toSet());

    assertThat(infos).extracting(Source::packageName).containsExactlyInAnyOrderElementsOf(packages);
    assertThat(infos).extracting(Source::text).allMatch(text -> text.startsWith("/**"));
    assertThat(infos).extracting(Source::text).allMatch(text -> text.contains("\n@NullMarked\n"));
  }

  private static boolean undocumented(String text) {
    Matcher type = PUBLIC_TYPE.matcher(text);
    return type.find() && !DOC_COMMENT.matcher("\n" + text.substring(0, type.start())).find();
  }
}
