import { Duration, type Stack } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';

/**
 * Headers of every page. Each page carries its own policy of what it may load, with the hashes of its scripts; here is what a
 * page cannot say of itself.
 */
export function securityHeaders(stack: Stack): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(stack, 'Headers', {
    // With its region, since CloudFront's names are those of the whole account.
    responseHeadersPolicyName: `maalestok-site-${stack.region}`,
    comment: 'Målestok: headers of the site',
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: "frame-ancestors 'none'; upgrade-insecure-requests",
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: 'permissions-policy',
          value: 'camera=(), geolocation=(), microphone=()',
          override: true,
        },
      ],
    },
  });
}
