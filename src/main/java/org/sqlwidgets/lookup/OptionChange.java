package org.sqlwidgets.lookup;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that the options editor made: a row of {@code sql_widgets.option_change}.
 *
 * @param id its number; later changes have greater ones
 * @param happenedAt when its transaction began
 * @param lookup the lookup that was changed
 * @param kind the word for what was done, such as {@code add}
 * @param what the change in words
 * @param saidUser who the client said it was
 * @param apiKey which key was shown
 * @param beforeState the lookup with its changed options as JSON, before
 * @param afterState the same afterwards
 * @param version the version of the lookup afterwards; empty when it was gone
 * @param undoes the number of the change that this one took back
 * @param undone whether this one was taken back
 */
@MappedEntity(value = "option_change", schema = "sql_widgets")
public record OptionChange(
    @Id Long id,
    Instant happenedAt,
    String lookup,
    String kind,
    String what,
    @Nullable String saidUser,
    @Nullable String apiKey,
    String beforeState,
    String afterState,
    String version,
    @Nullable Long undoes,
    boolean undone) {}
