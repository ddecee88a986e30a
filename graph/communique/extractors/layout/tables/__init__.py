"""Tables as lines, fact sheets, and headings that name a state: what stands under which word."""
