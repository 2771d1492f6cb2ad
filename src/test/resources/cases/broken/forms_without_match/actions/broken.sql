DELETE FROM sql_widgets.lookup_option
