"""The case file: the only home of SQL. `case_file` is the way in, `journal` what every act leaves behind."""
