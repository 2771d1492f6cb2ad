package org.sqlwidgets.query;

import java.time.Duration;
import java.util.Optional;
import org.sqlwidgets.query.QueryFailedException.Reason;
import org.sqlwidgets.widget.Query;

/**
 * What a run of a query took, told when it is over.
 *
 * @param datasource where it ran
 * @param query the query; the last, where one transaction ran several; empty when there was no
 *     connection for the first
 * @param params its values
 * @param waited until there was a connection
 * @param time from there until the last row was read and written, without the time in which the
 *     client took none
 * @param rows how many were read
 * @param failure why there is no reply; empty when there is one
 */
public record EndedRun(
    String datasource,
    Optional<Query> query,
    BoundParams params,
    Duration waited,
    Duration time,
    long rows,
    Optional<Reason> failure) {}
