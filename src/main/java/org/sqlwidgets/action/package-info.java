/**
 * Carries out what the forms of widgets submit.
 *
 * <p>In: an action and the raw values of a submit. Out: the text that the form shows. Refuses
 * values that do not convert and changes that are not what the action's author allows; then nothing
 * has changed. After a change no reply comes from memory and lookups are read anew.
 */
@NullMarked
package org.sqlwidgets.action;

import org.jspecify.annotations.NullMarked;
