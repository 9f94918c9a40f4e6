package land.starkeorte.platform;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** SDK clients over the JDK's own HTTP connection, with the credentials that Lambda gives and a search nowhere else. */
public final class Clients {
    private Clients() {}

    /** DynamoDB. */
    public static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder()
                .httpClient(http())
                .credentialsProvider(credentials())
                .build();
    }

    /** SES. */
    public static SesV2Client ses() {
        return SesV2Client.builder()
                .httpClient(http())
                .credentialsProvider(credentials())
                .build();
    }

    /** Cognito's user pools. */
    public static CognitoIdentityProviderClient cognito() {
        return CognitoIdentityProviderClient.builder()
                .httpClient(http())
                .credentialsProvider(credentials())
                .build();
    }

    /** S3, by path: the same address form everywhere, and no name for each bucket to resolve. */
    public static S3Client s3() {
        return s3(http());
    }

    /** The same, for what takes long: S3 keeps a connection open while it puts together or copies gigabytes. */
    public static S3Client patientS3() {
        return s3(http(Duration.ofMinutes(5)));
    }

    private static S3Client s3(SdkHttpClient http) {
        return S3Client.builder()
                .httpClient(http)
                .credentialsProvider(credentials())
                .forcePathStyle(true)
                .build();
    }

    /** Signs links to objects. */
    public static S3Presigner s3Presigner() {
        return S3Presigner.builder()
                .credentialsProvider(credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    /** Where we are, as Lambda says. */
    public static String region() {
        return new DefaultAwsRegionProviderChain().getRegion().id();
    }

    private static SdkHttpClient http() {
        return http(Duration.ofSeconds(5));
    }

    /** @param patience how long nothing may come back */
    private static SdkHttpClient http(Duration patience) {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(2))
                .socketTimeout(patience)
                .build();
    }

    /** The environment in a plain start, the container's address after a snapshot was restored. */
    public static AwsCredentialsProvider credentials() {
        return AwsCredentialsProviderChain.of(
                EnvironmentVariableCredentialsProvider.create(),
                ContainerCredentialsProvider.builder().build());
    }
}
