"""Prints template.yaml as CloudFormation sees it, after AWS's own SAM translator."""

import json
import sys

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse


class NoManagedPolicies:
    """Our functions use none."""

    def load(self):
        return {}


def uploaded(template):
    """Packages where `sam deploy` would have put them; the translator takes no local folders."""
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://packages/" + resource["Properties"]["CodeUri"].replace("/", "-")
    return template


print(json.dumps(transform(uploaded(yaml_parse(open(sys.argv[1]).read())), {}, NoManagedPolicies()), indent=1, default=str))
