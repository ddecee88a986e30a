"""From the text of a release to statements with their evidence.

``communique.extractors.press`` has the extractor; it loads the language model's library, so that
``communique.extractors.version`` can be asked without.
"""
