"""Where the local cloud must differ from AWS: every change to the template, by name, in this one file.

Each takes the template as plain dicts (intrinsic functions in their long form) and changes it in place.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from samtranslator.yaml_helper import yaml_parse


@dataclass(frozen=True)
class Local:
    """What the local deployment is told: where things are."""

    code: dict[str, str]
    """S3 address of each function's package, by its CodeUri in the template."""
    site: str
    cloud: str
    mail: str
    """Where functions hand over mails: the stand-in that keeps their attachments."""
    region: str = "eu-central-1"
    shift: str = ""
    """By how much our clock runs ahead, for tests (ISO 8601)."""
    debug: tuple[str, int] = ("", 0)
    """The function that a debugger may look into, and at which port."""


def runtime_is_our_own_process(template, local):
    """MiniStack has no managed Java: a bootstrap starts AWS's runtime interface client. No snapshots, no arm64."""
    function = template["Globals"]["Function"]
    function["Runtime"] = "provided.al2023"
    for unsupported in ("Architectures", "SnapStart", "AutoPublishAlias"):
        del function[unsupported]
    for resource in of_type(template, "AWS::Serverless::Function"):
        resource["CodeUri"] = local.code[resource["CodeUri"]]
    # Without an alias the schedules and the API call the function itself.
    for resource in template["Resources"].values():
        resource["Properties"] = without_aliases(resource["Properties"])


def routes_are_resources(template, local):
    """MiniStack does not import the OpenAPI document that the HTTP API is made of."""
    resources = template["Resources"]
    api = resources["Api"]["Properties"]
    authorizer = api["Auth"]["Authorizers"][api["Auth"]["DefaultAuthorizer"]]
    jwt = authorizer["JwtConfiguration"]
    answered = routes(template)
    resources["Api"] = {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "api", "ProtocolType": "HTTP"}}
    resources["ApiStage"] = {
        "Type": "AWS::ApiGatewayV2::Stage",
        "Properties": {"ApiId": {"Ref": "Api"}, "StageName": "$default", "AutoDeploy": True},
    }
    resources["ApiAuthorizer"] = {
        "Type": "AWS::ApiGatewayV2::Authorizer",
        "Properties": {
            "ApiId": {"Ref": "Api"},
            "Name": "SignedIn",
            "AuthorizerType": "JWT",
            "IdentitySource": [authorizer["IdentitySource"]],
            "JwtConfiguration": {"Issuer": jwt["issuer"], "Audience": jwt["audience"]},
        },
    }
    for function in {route.function for route in answered}:
        resources[f"{function}Integration"] = {
            "Type": "AWS::ApiGatewayV2::Integration",
            "Properties": {
                "ApiId": {"Ref": "Api"},
                "IntegrationType": "AWS_PROXY",
                "IntegrationUri": {"Fn::GetAtt": [function, "Arn"]},
                "PayloadFormatVersion": "2.0",
            },
        }
    for number, route in enumerate(answered):
        resources[f"Route{number}"] = {
            "Type": "AWS::ApiGatewayV2::Route",
            "Properties": {
                "ApiId": {"Ref": "Api"},
                "RouteKey": route.key,
                "Target": {"Fn::Join": ["/", ["integrations", {"Ref": f"{route.function}Integration"}]]},
                "AuthorizationType": "NONE" if route.open else "JWT",
                **({} if route.open else {"AuthorizerId": {"Ref": "ApiAuthorizer"}}),
            },
        }


def distribution_reaches_the_local_api(template, local):
    """The API has no host name of its own here, and the viewer comes by plain HTTP."""
    config = template["Resources"]["Site"]["Properties"]["DistributionConfig"]
    host, _, port = local.cloud.removeprefix("http://").partition(":")
    for origin in config["Origins"]:
        if origin["Id"] == "api":
            origin["DomainName"] = host
            origin["OriginPath"] = {"Fn::Sub": "/_aws/execute-api/${Api}/$default"}
            origin["CustomOriginConfig"] = {"OriginProtocolPolicy": "http-only", "HTTPPort": int(port)}
    for behavior in [config["DefaultCacheBehavior"], *config["CacheBehaviors"]]:
        behavior["ViewerProtocolPolicy"] = "allow-all"


def plain_http_is_allowed(template, local):
    """Nothing here has a certificate: no forced HTTPS."""
    for name in ("SiteHeaders", "MapHeaders"):
        headers = template["Resources"][name]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        del headers["StrictTransportSecurity"]
        csp = headers["ContentSecurityPolicy"]
        text = csp["ContentSecurityPolicy"]
        plain = (text["Fn::Sub"] if isinstance(text, dict) else text).replace("; upgrade-insecure-requests", "").strip()
        if name == "SiteHeaders":
            for source in ("connect-src 'self'", "img-src 'self' data:", "media-src blob:"):
                before, _, rest = plain.partition(source)
                plain = f"{before}{source} {local.cloud};{rest.partition(';')[2]}"
        csp["ContentSecurityPolicy"] = plain
    for name, resource in list(template["Resources"].items()):
        if resource["Type"] in ("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy"):
            statements = resource["Properties"]["PolicyDocument"]["Statement"]
            statements[:] = [statement for statement in statements if "aws:SecureTransport" not in str(statement)]
            if not statements:
                del template["Resources"][name]


def people_sign_in_at_the_local_cloud(template, local):
    """The sign-in pages have no host name of their own here."""
    template["Resources"]["SignIn"]["Properties"]["Environment"]["Variables"]["SIGN_IN_URL"] = local.cloud


def mail_has_no_identity_of_its_own(template, local):
    """MiniStack asks the right to send mail for any identity, not for the sender's."""
    for role in of_type(template, "AWS::IAM::Role"):
        for policy in role["Policies"]:
            for statement in policy["PolicyDocument"]["Statement"]:
                if statement["Action"] == "ses:SendEmail":
                    statement["Resource"] = "*"


def mails_keep_their_attachments(template, local):
    """MiniStack forgets what is attached: a stand-in before it (standins.py) remembers."""
    for function in of_type(template, "AWS::Serverless::Function"):
        variables = function["Environment"]["Variables"]
        if "MAIL_SENDER" in variables:
            variables["AWS_ENDPOINT_URL_SESV2"] = local.mail


def uploads_go_to_the_local_cloud(template, local):
    """Buckets have no host names of their own here."""
    for function in of_type(template, "AWS::Serverless::Function"):
        variables = function["Environment"]["Variables"]
        for name, bucket in {"UPLOAD_URL": "QuarantineBucket", "BANK_UPLOAD_URL": "BankBucket"}.items():
            if name in variables:
                variables[name] = {"Fn::Sub": local.cloud + "/${" + bucket + "}"}


def a_stand_in_scans(template, local):
    """There is no GuardDuty: the stand-in (standins.py) hears of uploads by a queue and tells its result under a name of
    its own, because nobody but AWS may speak as AWS."""
    resources = template["Resources"]
    del resources["Scan"], resources["ScanRole"]
    pattern = resources["CheckDocument"]["Properties"]["Events"]["Scanned"]["Properties"]["Pattern"]
    pattern["source"] = ["local.guardduty"]
    resources["ToScan"] = {"Type": "AWS::SQS::Queue", "Properties": {}}
    resources["ToScanPolicy"] = {
        "Type": "AWS::SQS::QueuePolicy",
        "Properties": {"Queues": [{"Ref": "ToScan"}], "PolicyDocument": {"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage",
            "Resource": {"Fn::GetAtt": ["ToScan", "Arn"]}}]}},
    }
    resources["ToScanRule"] = {
        "Type": "AWS::Events::Rule",
        "Properties": {
            "EventPattern": {"source": ["aws.s3"], "detail-type": ["Object Created"],
                             "detail": {"bucket": {"name": [{"Ref": "QuarantineBucket"}]}}},
            "Targets": [{"Id": "scan", "Arn": {"Fn::GetAtt": ["ToScan", "Arn"]}}],
        },
    }


def the_clock_runs_ahead(template, local):
    """Where a test wants another day than today's."""
    if local.shift:
        for function in of_type(template, "AWS::Serverless::Function"):
            function["Environment"]["Variables"]["CLOCK_SHIFT"] = local.shift


def a_debugger_has_time(template, local):
    """A function that somebody looks into step by step takes longer than people wait."""
    name, port = local.debug
    if name:
        function = template["Resources"][name]["Properties"]
        function["Timeout"] = 900
        function["Environment"]["Variables"]["DEBUG_PORT"] = str(port)


def events_are_told_again(template, local):
    """MiniStack tells a function of an event once and never again; AWS does twice more when it fails. So a queue hears of it,
    and a stand-in (standins.py) tells the function."""
    resources = template["Resources"]
    for name, function in list(resources.items()):
        if function["Type"] != "AWS::Serverless::Function":
            continue
        events = function["Properties"].get("Events", {})
        rules = {event: body["Properties"]["Pattern"] for event, body in events.items() if body["Type"] == "EventBridgeRule"}
        if not rules:
            continue
        queue = f"{name}News"
        resources[queue] = {"Type": "AWS::SQS::Queue", "Properties": {}}
        resources[f"{queue}Policy"] = {
            "Type": "AWS::SQS::QueuePolicy",
            "Properties": {"Queues": [{"Ref": queue}], "PolicyDocument": {"Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage",
                "Resource": {"Fn::GetAtt": [queue, "Arn"]}}]}},
        }
        for event, pattern in rules.items():
            del events[event]
            resources[f"{name}{event}Rule"] = {
                "Type": "AWS::Events::Rule",
                "Properties": {"EventPattern": pattern, "Targets": [{"Id": "news", "Arn": {"Fn::GetAtt": [queue, "Arn"]}}]},
            }


CHANGES = [
    routes_are_resources,
    runtime_is_our_own_process,
    distribution_reaches_the_local_api,
    plain_http_is_allowed,
    people_sign_in_at_the_local_cloud,
    mail_has_no_identity_of_its_own,
    mails_keep_their_attachments,
    uploads_go_to_the_local_cloud,
    a_stand_in_scans,
    the_clock_runs_ahead,
    a_debugger_has_time,
    events_are_told_again,
]


def localise(template, local):
    """The template as the local cloud takes it."""
    for change in CHANGES:
        change(template, local)
    return template


def read(path):
    """The template as plain dicts, of which each stands alone: what an anchor names is copied, as `sam deploy` does."""
    return json.loads(json.dumps(yaml_parse(Path(path).read_text()), default=str))


@dataclass(frozen=True)
class Route:
    """One of the HTTP API's: `GET /api/slots`, who answers it, and whether anybody may ask."""

    key: str
    function: str
    open: bool


def routes(template):
    """All that the API answers."""
    return [Route(f"{method.upper()} {path}", answering(operation), {"NONE": []} in operation.get("security", []))
            for path, operations in template["Resources"]["Api"]["Properties"]["DefinitionBody"]["paths"].items()
            for method, operation in operations.items() if method != "parameters"]


def answering(operation):
    """The logical id of the function behind an operation."""
    return operation["x-amazon-apigateway-integration"]["uri"]["Fn::Sub"][1]["Alias"]["Ref"].removesuffix(".Alias")


def told_by(template, kind):
    """Functions that have an event of this kind, in the template's order."""
    return {name: resource["Properties"] for name, resource in template["Resources"].items()
            if resource["Type"] == "AWS::Serverless::Function"
            and any(event["Type"] == kind for event in resource["Properties"].get("Events", {}).values())}


def without_aliases(value):
    """Every reference to a function's alias made one to the function."""
    if isinstance(value, list):
        return [without_aliases(one) for one in value]
    if not isinstance(value, dict):
        return value
    if str(value.get("Ref", "")).endswith(".Alias"):
        return {"Fn::GetAtt": [value["Ref"].removesuffix(".Alias"), "Arn"]}
    return {name: without_aliases(one) for name, one in value.items()}


def of_type(template, kind):
    """Properties of all resources of one type."""
    return [resource["Properties"] for resource in template["Resources"].values() if resource["Type"] == kind]
