/**
 * HTTP: filters, routes, errors; no decisions.
 *
 * <p>In: requests. Out: replies of the stages below, with CORS headers on every one of them, errors
 * too. Refuses before any route runs: names that are not ours, callers without a key, addresses
 * that are too long, compressed bodies.
 */
@NullMarked
package org.sqlwidgets.web;

import org.jspecify.annotations.NullMarked;
