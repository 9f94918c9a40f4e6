package land.starkeorte.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** Whoever reads the log finds what the template lacks, and nobody's name. */
class LogTest {
    private static final String WHO =
            "User: arn:aws:sts::1234:assumed-role/Remind/remind is not authorized to perform: ";

    @Test
    void aMissingRightIsNamedByItsActionAndItsResource() {
        var refused = DynamoDbException.builder()
                .awsErrorDetails(refusal(
                        "dynamodb:PutItem on resource: arn:aws:dynamodb:eu-central-1:1234:table/Fees because no identity-based policy"
                                + " allows the dynamodb:PutItem action"))
                .build();
        assertThat(logged(refused))
                .contains(
                        "DynamoDbException AccessDeniedException: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-central-1:1234:table/Fees\"");
        var inQuotes = S3Exception.builder()
                .awsErrorDetails(refusal("s3:GetObject on resource: \"arn:aws:s3:::papers/1\" because"))
                .build();
        assertThat(logged(inQuotes)).contains(": s3:GetObject on resource: arn:aws:s3:::papers/1\"");
    }

    @Test
    void whomAMailWasForIsNotNamed() {
        var refused = SesV2Exception.builder()
                .awsErrorDetails(refusal(
                        "ses:SendEmail on resource: arn:aws:ses:eu-central-1:1234:identity/otto@mannheim.example"))
                .build();
        assertThat(logged(refused))
                .contains("ses:SendEmail on resource: arn:aws:ses:eu-central-1:1234:identity/?")
                .doesNotContain("otto", "mannheim");
    }

    @Test
    void ofAnyOtherErrorTheMessageStaysUnsaid() {
        var other = DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage("otto@mannheim.example is no key")
                        .build())
                .build();
        assertThat(logged(other)).contains("ValidationException").doesNotContain("otto", "is no key");
    }

    @Test
    void whereInOurCodeItHappenedIsSaidHoweverDeepTheLibrariesAre() {
        var fault = new IllegalStateException();
        fault.setStackTrace(Stream.concat(
                        Collections.nCopies(40, new StackTraceElement("software.amazon.awssdk.Client", "go", "", 1))
                                .stream(),
                        Stream.of(new StackTraceElement("land.starkeorte.fees.FeeReminders", "remind", "", 7)))
                .toArray(StackTraceElement[]::new));
        assertThat(logged(fault)).contains("awssdk.Client", "land.starkeorte.fees.FeeReminders.remind");
        assertThat(List.of(logged(fault).split("awssdk"))).hasSizeLessThan(10);
    }

    private static AwsErrorDetails refusal(String what) {
        return AwsErrorDetails.builder()
                .errorCode("AccessDeniedException")
                .errorMessage(WHO + what)
                .build();
    }

    private static String logged(Throwable cause) {
        return Json.MAPPER.writeValueAsString(Log.causes(cause));
    }
}
