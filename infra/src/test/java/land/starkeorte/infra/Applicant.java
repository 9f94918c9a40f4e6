package land.starkeorte.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import land.starkeorte.platform.Json;
import land.starkeorte.platform.Secrets;
import org.altcha.altcha.Altcha;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A municipality whose application was sent, as the form sends it but without filling it in. */
record Applicant(String dossier, String secret) {
    /** The same, not sent yet. */
    static Applicant begin(LocalCloud cloud, String ags, String mail) {
        return begin(cloud, ags, mail, "Gemeinwohl zuerst.");
    }

    private static Applicant begin(LocalCloud cloud, String ags, String mail, String attitude) {
        String secret = Secrets.secret();
        String answers = """
                {"municipality":{"ags":"%s","population":8700},
                 "contacts":[{"name":"Änne Groß","office":"Bürgermeisterin","mail":"%s","phone":"0551 1234-0"}],
                 "attitude":"%s","motivation":"Das alte Kino steht leer.","expectations":"Austausch.",
                 "projects":[{"title":"Kino","place":"Marktstraße 4","state":"planning","learned":"Brandschutz früh klären."}],
                 "experience":"Ein Bahnhof.","time":{"hours":"two"},
                 "invoice":{"recipient":"Die Stadt","street":"Am Markt 1","postcode":"37073","city":"Göttingen","format":"pdf"},
                 "agreement":{"fee":true,"privacy":true}}""".formatted(ags, mail, attitude);
        var begun = cloud.post(
                "/api/drafts",
                "{\"answers\":" + answers + "}",
                "authorization",
                "Bearer " + secret,
                "idempotency-key",
                UUID.randomUUID().toString(),
                "altcha",
                proof(cloud));
        if (begun.statusCode() != 201) {
            throw new IllegalStateException("Not begun: " + begun.body());
        }
        return new Applicant(Json.MAPPER.readTree(begun.body()).path("id").asString(), secret);
    }

    static Applicant send(LocalCloud cloud, String ags, String mail) {
        return send(begin(cloud, ags, mail), cloud);
    }

    /** The same, who has a lot to say. */
    static Applicant send(LocalCloud cloud, String ags, String mail, String attitude) {
        return send(begin(cloud, ags, mail, attitude), cloud);
    }

    private static Applicant send(Applicant begun, LocalCloud cloud) {
        var sent = begun.submit(cloud);
        if (sent.statusCode() != 201) {
            throw new IllegalStateException("Not sent: " + sent.body());
        }
        return begun;
    }

    HttpResponse<String> submit(LocalCloud cloud) {
        return cloud.post(
                "/api/applications",
                "{\"draft\":\"" + dossier + "\",\"version\":1,\"declaration\":true}",
                "authorization",
                "Bearer " + secret,
                "idempotency-key",
                UUID.randomUUID().toString());
    }

    /** What the server has, as this applicant asks for it. */
    JsonNode stored(LocalCloud cloud) {
        return Json.MAPPER.readTree(cloud.read("/api/drafts/" + dossier, "authorization", "Bearer " + secret)
                .body());
    }

    static String proof(LocalCloud cloud) {
        JsonNode task = Json.MAPPER.readTree(cloud.read("/api/challenge").body());
        try {
            var solution = Altcha.solveChallenge(
                    task.path("challenge").asString(),
                    task.path("salt").asString(),
                    Altcha.Algorithm.SHA256,
                    task.path("maxnumber").asLong(),
                    0);
            ObjectNode payload = ((ObjectNode) task).put("number", solution.number);
            payload.remove("maxnumber");
            return Base64.getEncoder().encodeToString(payload.toString().getBytes(UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
