"""Each local change does what its name says, and nothing else changes."""

import dataclasses
import re
import unittest

from localcloud import changes
from localcloud.cloud import ROOT

TEMPLATE = ROOT / "template.yaml"
CODE = {function["CodeUri"]: f"s3://packages/{function['CodeUri'].rsplit('/', 1)[1]}.zip"
        for function in changes.of_type(changes.read(TEMPLATE), "AWS::Serverless::Function")}
LOCAL = changes.Local(CODE, "http://localhost:8080", "http://localhost:4566", "http://localhost:4567")


class Changes(unittest.TestCase):
    def setUp(self):
        self.before = changes.read(TEMPLATE)
        self.after = changes.read(TEMPLATE)

    def changed(self):
        names = set(self.before["Resources"]) | set(self.after["Resources"])
        return {name for name in names if self.before["Resources"].get(name) != self.after["Resources"].get(name)}

    def test_events_reach_their_functions_by_a_queue_and_nothing_else_changes(self):
        changes.events_are_told_again(self.after, LOCAL)
        functions = set(changes.told_by(self.before, "EventBridgeRule"))
        self.assertEqual(functions, {"CheckDocument", "ImportBankStatement"})
        added = {f"{name}News{end}" for name in functions for end in ("", "Policy")}
        rules = {"CheckDocumentUploadedRule", "CheckDocumentScannedRule", "ImportBankStatementDroppedRule"}
        self.assertEqual(self.changed(), functions | added | rules)
        for name in functions:
            self.assertEqual(self.after["Resources"][name]["Properties"].get("Events", {}), {})
        self.assertEqual(self.after["Resources"]["CheckDocumentUploadedRule"]["Properties"]["EventPattern"],
                         self.before["Resources"]["CheckDocument"]["Properties"]["Events"]["Uploaded"]["Properties"]["Pattern"])

    def test_people_sign_in_at_the_local_cloud(self):
        changes.people_sign_in_at_the_local_cloud(self.after, LOCAL)
        self.assertEqual(self.changed(), {"SignIn"})
        self.assertEqual(
            self.after["Resources"]["SignIn"]["Properties"]["Environment"]["Variables"]["SIGN_IN_URL"], "http://localhost:4566")

    def test_a_debugger_has_time_and_nobody_else_notices(self):
        changes.a_debugger_has_time(self.after, dataclasses.replace(LOCAL, debug=("Fees", 5005)))
        self.assertEqual(self.changed(), {"Fees"})
        fees = self.after["Resources"]["Fees"]["Properties"]
        self.assertEqual((fees["Timeout"], fees["Environment"]["Variables"]["DEBUG_PORT"]), (900, "5005"))

    def test_functions_run_as_processes_of_their_own(self):
        changes.runtime_is_our_own_process(self.after, LOCAL)
        self.assertEqual(self.after["Globals"]["Function"]["Runtime"], "provided.al2023")
        self.assertNotIn("SnapStart", self.after["Globals"]["Function"])
        self.assertEqual(self.after["Resources"]["Applications"]["Properties"]["CodeUri"], "s3://packages/http.zip")
        functions = {name for name, resource in self.before["Resources"].items() if resource["Type"] == "AWS::Serverless::Function"}
        callers = {name for name, resource in self.before["Resources"].items() if resource["Type"] == "AWS::Lambda::Permission"}
        self.assertEqual(self.changed(), functions | callers | {"ScheduleRole", "Api"})
        self.assertNotIn(".Alias", str(self.after))

    def test_every_route_is_a_resource_and_public_only_where_the_template_says_so(self):
        changes.routes_are_resources(self.after, LOCAL)
        routes = {properties["RouteKey"]: properties["AuthorizationType"]
                  for properties in changes.of_type(self.after, "AWS::ApiGatewayV2::Route")}
        self.assertEqual({route for route, kind in routes.items() if kind == "JWT"},
                         {route for route in routes if re.search(" /api/(staff|founder|member|slots)(/|$)", route)})
        self.assertEqual(set(routes), {route.key for route in changes.routes(self.before)})
        self.assertGreater(len(routes), 30)

    def test_only_what_sends_mail_hands_it_to_the_stand_in(self):
        changes.mails_keep_their_attachments(self.after, LOCAL)
        self.assertEqual(self.changed(), {"DeliverMail", "SweepMails"})

    def test_the_distribution_reaches_the_local_api(self):
        changes.distribution_reaches_the_local_api(self.after, LOCAL)
        api = next(origin for origin in self.after["Resources"]["Site"]["Properties"]["DistributionConfig"]["Origins"]
                   if origin["Id"] == "api")
        self.assertEqual((api["DomainName"], api["CustomOriginConfig"]["HTTPPort"]), ("localhost", 4566))
        self.assertEqual(self.changed(), {"Site"})

    def test_plain_http_is_allowed_and_the_policy_stays_strict(self):
        changes.plain_http_is_allowed(self.after, LOCAL)
        policy = self.after["Resources"]["SiteHeaders"]["Properties"]["ResponseHeadersPolicyConfig"][
            "SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
        self.assertIn("default-src 'none'", policy)
        self.assertIn("connect-src 'self' http://localhost:4566;", policy)
        self.assertIn("img-src 'self' data: http://localhost:4566;", policy)
        self.assertIn("media-src blob: http://localhost:4566;", policy)
        self.assertNotIn("amazon", policy)
        self.assertNotIn("upgrade-insecure-requests", policy)
        self.assertEqual(self.changed(), {"SiteHeaders", "MapHeaders", "WebBucketPolicy", "UndeliveredMailsPolicy",
                                          "QuarantineBucketPolicy", "DocumentsBucketPolicy", "PapersBucketPolicy", "CopiesBucketPolicy",
                                          "BankBucketPolicy", "RecordingsBucketPolicy"})

    def test_uploads_go_to_the_local_cloud(self):
        changes.uploads_go_to_the_local_cloud(self.after, LOCAL)
        self.assertEqual(self.changed(), {"Documents", "CheckDocument", "SweepDocuments", "Bank", "ImportBankStatement"})
        self.assertEqual(self.after["Resources"]["Documents"]["Properties"]["Environment"]["Variables"]["UPLOAD_URL"],
                         {"Fn::Sub": "http://localhost:4566/${QuarantineBucket}"})

    def test_a_stand_in_scans_and_speaks_under_its_own_name(self):
        changes.a_stand_in_scans(self.after, LOCAL)
        self.assertEqual(self.changed(), {"Scan", "ScanRole", "CheckDocument", "ToScan", "ToScanPolicy", "ToScanRule"})
        events = self.after["Resources"]["CheckDocument"]["Properties"]["Events"]
        self.assertEqual(events["Scanned"]["Properties"]["Pattern"]["source"], ["local.guardduty"])
        self.assertEqual(events["Uploaded"], self.before["Resources"]["CheckDocument"]["Properties"]["Events"]["Uploaded"])

    def test_mail_may_be_sent_by_the_two_functions_that_send_it(self):
        changes.mail_has_no_identity_of_its_own(self.after, LOCAL)
        self.assertEqual(self.changed(), {"DeliverMailRole", "SweepMailsRole"})

    def test_the_clock_runs_ahead_only_where_a_test_wants_it(self):
        changes.the_clock_runs_ahead(self.after, LOCAL)
        self.assertEqual(self.changed(), set())
        self.assertNotIn("CLOCK_SHIFT", TEMPLATE.read_text())
        changes.the_clock_runs_ahead(self.after, dataclasses.replace(LOCAL, shift="PT1080H"))
        self.assertEqual({function["Environment"]["Variables"]["CLOCK_SHIFT"]
                          for function in changes.of_type(self.after, "AWS::Serverless::Function")}, {"PT1080H"})

    def test_every_change_is_applied(self):
        names = {name for name, value in vars(changes).items()
                 if callable(value) and getattr(value, "__module__", "") == changes.__name__}
        self.assertEqual({change.__name__ for change in changes.CHANGES}, names - {
            "Local", "localise", "read", "Route", "routes", "answering", "told_by", "without_aliases", "of_type"})


if __name__ == "__main__":
    unittest.main()
