// Writes what @aws-sdk/s3-presigned-post signs, for PostPolicyTest. npm install @aws-sdk/s3-presigned-post @aws-sdk/client-s3
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { S3Client } from '@aws-sdk/client-s3';
const types = ['application/pdf', 'image/jpeg', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'];
const clocks = ['2026-11-23T09:00:00.000Z', '2026-12-31T23:59:59.999Z', '2028-02-29T00:00:00.001Z', '2026-03-29T01:59:30.500Z'];
const credentials = [
  { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
  { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'ä+/=secret"\\', sessionToken: 'IQoJb3JpZ2luX2VjEJr//////////wEaDGV1LWNlbnRyYWwtMSJH+token==' },
];
const cases = [];
for (const [c, clock] of clocks.entries()) for (const [k, who] of credentials.entries()) for (const [t, type] of types.entries()) {
  const now = Date.parse(clock);
  const size = [1, 26214400, 4711][(c + k + t) % 3];
  const extra = t === 1 ? { 'x-amz-meta-name': 'Größe „x“ \u2028 </script> \u001f \u007f 😀' } : {};
  const input = { bucket: `quarantine-${c}`, key: `${'0a'.repeat(16)}/${c}${k}${t}`, region: ['eu-central-1', 'us-east-1'][k], expires: [600, 1, 3600][t], now: clock, size,
    fields: { 'Content-Type': type, ...extra }, credentials: who };
  const realNow = Date.now;
  Date.now = () => now;
  const client = new S3Client({ region: input.region, credentials: who });
  const { fields } = await createPresignedPost(client, { Bucket: input.bucket, Key: input.key, Expires: input.expires, Fields: input.fields, Conditions: [['content-length-range', size, size]] });
  Date.now = realNow;
  cases.push({ ...input, expected: Object.entries(fields).map(([name, value]) => ({ name, value })) });
}
console.log(JSON.stringify(cases, null, 1));
