# The model document, as far as the program says something about it.
model-headings = Headings
model-section = Section
model-section-is = Section: { $title }
model-explain = Explain { $id }
model-equations = Equations
model-rows = Rows of the table
model-columns = Columns of the table
