/**
 * What the benchmarks share: starting servers, loading them, and counting what they use.
 *
 * <p>In come a jar, a folder of widgets and a PostgreSQL; out go figures. Programs that are missing
 * are named, with the command that installs them. Everything that was started ends with the
 * program. Linux only, because processor time and memory are read from {@code /proc}.
 */
package rig;
