/**
 * Where the server listens: addresses, port and certificate.
 *
 * <p>In: settings, and whether API keys are asked for. Out: the sockets that the HTTP server opens,
 * and one sentence in the log that says which and why. Refuses certificates and keys that do not
 * fit, at start and in one sentence.
 */
@NullMarked
package org.sqlwidgets.listen;

import org.jspecify.annotations.NullMarked;
