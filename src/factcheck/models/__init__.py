"""Language packages for offline translation: what is installed, what an index offers, and safe ways between the two.

They are Argos's packages in Argos's folder, so that argostranslate and factcheck see the same ones. Nothing here is
needed to check translations, and only `index` and `download` use the network.
"""
