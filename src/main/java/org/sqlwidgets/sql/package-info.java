/**
 * Finds placeholders and statement kinds in SQL text.
 *
 * <p>In: the SQL of a widget or lookup and the dialect of its database. Out: a {@code ParsedSql}
 * that knows its placeholders and writes itself for JDBC, or problems. Refused: what is not exactly
 * one reading query, quotes and comments that never end, calls of a few dangerous functions. It is
 * a lexer with a handful of rules over its tokens, no SQL grammar, and it knows no database:
 * whether the query is right, the database says when it describes the statement.
 */
@NullMarked
package org.sqlwidgets.sql;

import org.jspecify.annotations.NullMarked;
