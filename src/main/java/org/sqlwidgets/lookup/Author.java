package org.sqlwidgets.lookup;

import org.jspecify.annotations.Nullable;

/**
 * Who changes something, as far as it is known.
 *
 * @param saidUser who the client says it is; no proof (contract §8.3)
 * @param apiKey which key was shown; null when none is needed
 */
public record Author(@Nullable String saidUser, @Nullable String apiKey) {}
