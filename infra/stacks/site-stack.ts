import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  PriceClass,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Settings } from '../settings.ts';
import { securityHeaders } from '../site/security-headers.ts';
import { createBucket } from '../stores/create-bucket.ts';
import { createLogBucket } from '../stores/create-log-bucket.ts';

interface SiteProps extends StackProps {
  settings: Settings;
  key: IKey;
}

/** The published leaderboard: a bucket that CloudFront alone may read, and only over TLS. */
export class SiteStack extends Stack {
  readonly bucket: Bucket;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { settings, key, ...props }: SiteProps) {
    super(scope, id, props);
    const accessLogs = createLogBucket(this, 'site-logs', {
      retentionDays: settings.logRetentionDays,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    });
    this.bucket = createBucket(this, 'site', {
      key,
      accessLogs,
      versionRetentionDays: settings.versionRetentionDays,
    });
    this.distribution = this.distribute(settings, key, accessLogs);
    // A domain of one's own is pointed to it (CNAME).
    new CfnOutput(this, 'Address', { value: this.distribution.distributionDomainName });
  }

  private distribute(settings: Settings, key: IKey, logBucket: Bucket): Distribution {
    const { domain, certificateArn } = settings;
    const named =
      domain === undefined || certificateArn === undefined
        ? {}
        : {
            domainNames: [domain],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          };
    const distribution = new Distribution(this, 'Distribution', {
      ...named,
      comment: 'Målestok: what is published',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Europe is enough.
      priceClass: PriceClass.PRICE_CLASS_100,
      logBucket,
      logFilePrefix: 'cloudfront/',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket, { originAccessControl: this.control() }),
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: securityHeaders(this),
        cachePolicy: this.cacheShortly(),
        compress: true,
      },
    });
    acknowledge(distribution, this.reasons(domain));
    acknowledge(Stack.of(key), {
      'Annotation::@aws-cdk/aws-cloudfront-origins:wildcardKeyPolicyForOac':
        'The key lets any distribution of this account decrypt, since it is there before the distribution; the bucket’s policy lets this one alone read.',
    });
    return distribution;
  }

  /** Named with its region: CloudFront's names are those of the whole account. */
  private control(): S3OriginAccessControl {
    return new S3OriginAccessControl(this, 'Control', {
      originAccessControlName: `maalestok-site-${this.region}`,
    });
  }

  /** What is withdrawn is gone after minutes, without anybody who may empty the cache. */
  private cacheShortly(): CachePolicy {
    return new CachePolicy(this, 'Shortly', {
      defaultTtl: Duration.minutes(5),
      maxTtl: Duration.minutes(5),
      minTtl: Duration.seconds(0),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private reasons(domain: string | undefined): Record<string, string> {
    return {
      'AwsSolutions-CFR1': 'What is published is for everybody, wherever they are.',
      'AwsSolutions-CFR2':
        'Plain files, read only, without a server behind them: a firewall would cost more than all else while idle.',
      ...(domain === undefined
        ? {
            'AwsSolutions-CFR4':
              'Without a domain of one’s own CloudFront’s certificate fixes the protocol; with `domain` it is TLS 1.2.',
          }
        : {}),
    };
  }
}
