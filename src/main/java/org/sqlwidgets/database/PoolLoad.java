package org.sqlwidgets.database;

/**
 * How busy the connections of one datasource are.
 *
 * @param active connections that are lent out
 * @param idle connections that are not
 * @param waiting threads that wait for one
 * @param max connections that may be open
 */
public record PoolLoad(int active, int idle, int waiting, int max) {}
