"""Reads a GraphML file with expat and checks it against the portable profile; prints what it holds."""
import re
import sys
import xml.etree.ElementTree as tree

NS = "{http://graphml.graphdrawing.org/xmlns}"
text = open(sys.argv[1], encoding="utf-8").read()
assert "<!DOCTYPE" not in text and "<![CDATA[" not in text and "<default" not in text
root = tree.fromstring(text)
assert root.tag == NS + "graphml"
keys = {}
for key in root.findall(NS + "key"):
    assert key.get("for") in ("node", "edge"), key.attrib
    assert key.get("attr.type") in ("string", "int", "double"), key.attrib
    assert not re.fullmatch(r"d\d+", key.get("id")) and key.get("id") not in keys
    keys[key.get("id")] = key
names = [(key.get("for"), key.get("attr.name")) for key in keys.values()]
assert len(set(names)) == len(names), "two keys of one name"
graphs = root.findall(NS + "graph")
assert len(graphs) == 1 and graphs[0].get("edgedefault") == "directed"
kinds = [item.tag.removeprefix(NS) for item in graphs[0]]
assert kinds == sorted(kinds, key=["node", "edge"].index), "nodes before edges"
ids = [node.get("id") for node in graphs[0].findall(NS + "node")]
assert len(set(ids)) == len(ids)
edges = graphs[0].findall(NS + "edge")
assert len({edge.get("id") for edge in edges}) == len(edges)
for item in graphs[0]:
    kind, seen = item.tag.removeprefix(NS), {}
    for data in item:
        key = keys[data.get("key")]
        assert key.get("for") == kind and key.get("attr.name") not in seen
        seen[key.get("attr.name")] = data.text
        if key.get("attr.type") == "int":
            assert -2**31 <= int(data.text) < 2**31
        if key.get("attr.type") == "double":
            assert abs(float(data.text)) < float("inf")
    assert "label" in seen and ("name" in seen if kind == "node" else "weight" in seen)
    if kind == "edge":
        assert item.get("source") in ids and item.get("target") in ids
        print(item.get("source"), seen["label"], item.get("target"), seen["weight"], seen.get("publishers"), seen.get("licence"))
print(len(ids), "nodes,", len(edges), "edges,", len(keys), "keys: the profile holds")
