"""After a deployment: uploads the site, names the present members, makes their pages, and makes CloudFront forget the old pages."""

import json
import sys
import time

import boto3

from localcloud import site
from localcloud.cloud import ROOT, STACK, seed_members


def main(region):
    cloudformation = boto3.client("cloudformation", region_name=region)
    stack = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]
    outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
    settings = {
        "issuer": f"https://cognito-idp.{region}.amazonaws.com/{outputs['PeopleId']}",
        "signIn": outputs["SignInAddress"],
        "client": outputs["BackOfficeId"],
    }
    site.upload(boto3.client("s3", region_name=region), outputs["WebBucketName"], ROOT / "infra/target/site", json.dumps(settings))
    def resource(name):
        described = cloudformation.describe_stack_resource(StackName=STACK, LogicalResourceId=name)
        return described["StackResourceDetail"]["PhysicalResourceId"]

    seed_members(boto3.client("dynamodb", region_name=region), resource("ApplicationsTable"), resource("MembersTable"))
    # The start page and those of the members.
    boto3.client("lambda", region_name=region).invoke(FunctionName=resource("PublishSite"), Payload=b"{}")
    boto3.client("cloudfront", region_name=region).create_invalidation(
        DistributionId=outputs["DistributionId"],
        InvalidationBatch={"Paths": {"Quantity": 1, "Items": ["/*"]}, "CallerReference": str(time.time_ns())})
    print(f"Site: {outputs['SiteAddress']}")


if __name__ == "__main__":
    main(sys.argv[1])
