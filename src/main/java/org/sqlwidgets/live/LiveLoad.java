package org.sqlwidgets.live;

/**
 * How much there is to do for live grids.
 *
 * @param subscribers open subscriptions
 * @param groups different widgets and values that are looked at
 * @param queries queries that were begun since the start
 */
public record LiveLoad(int subscribers, int groups, long queries) {}
