"""Prints template.yaml as CloudFormation sees it, after `sam deploy` and AWS's own SAM translator."""

import json
import sys

import yaml
from samcli.yamlhelper import yaml_dump, yaml_parse
from samtranslator.translator.transform import transform

LIMIT, FAR = 500, 400
"""Resources that CloudFormation takes, and those at which we think again: a release must not be what finds out."""


class NoManagedPolicies:
    """Our functions use none."""

    def load(self):
        return {}


def uploaded(text):
    """What `sam deploy` uploads: no anchor is left in it, and packages are where it has put them; the translator takes no local
    folders."""
    written = yaml_dump(yaml_parse(text))
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(written)):
        sys.exit("CloudFormation takes no anchors, and SAM CLI has left some.")
    template = yaml_parse(written)
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://packages/" + resource["Properties"]["CodeUri"].replace("/", "-")
    return template


expanded = transform(uploaded(open(sys.argv[1]).read()), {}, NoManagedPolicies())
print(json.dumps(expanded, indent=1, default=str))
count = len(expanded["Resources"])
print(f"{count} resources of {LIMIT}.", file=sys.stderr)
if count > FAR:
    sys.exit(f"More than {FAR}: what makes so many? Or divide the stack.")
