package org.sqlwidgets.query;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.sqlwidgets.widget.BindType;
import org.sqlwidgets.widget.Placement;
import org.sqlwidgets.widget.SqlType;

/** What a database says of a statement without running it. */
public sealed interface Description {

  /**
   * The statement can be run.
   *
   * @param columns the columns that it returns
   * @param placements what fills each {@code ?}
   * @param types the type that the database expects for each name that it knows one for; names
   *     without an entry stand only where any type fits
   * @param conflicts names that it expects types for which no one value has
   */
  record Described(
      List<Column> columns,
      List<Placement> placements,
      Map<String, BindType> types,
      List<TypeConflict> conflicts)
      implements Description {

    /** Copies the collections. */
    public Described {
      columns = List.copyOf(columns);
      placements = List.copyOf(placements);
      types = Map.copyOf(types);
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * A name that is used as two types, such as a date and a number.
   *
   * @param name the name
   * @param first the type at its first place, with which it is bound
   * @param other the type at another place
   * @param placement the 0-based index of that place among the placements
   */
  record TypeConflict(String name, BindType first, BindType other, int placement) {}

  /**
   * One column.
   *
   * @param label its name in the reply
   * @param type its type
   * @param elementType for arrays the type of the elements; else the same
   * @param scale digits after the point; -1 when the type does not say
   */
  record Column(String label, SqlType type, SqlType elementType, int scale) {}

  /**
   * The database refuses the statement.
   *
   * @param message the database's own words, for the author
   * @param jdbcOffset the place in the driver's text; empty when the database does not say
   */
  record Refused(String message, OptionalInt jdbcOffset) implements Description {}

  /**
   * The database cannot be asked.
   *
   * @param message why, for the operator
   */
  record Unavailable(String message) implements Description {}
}
