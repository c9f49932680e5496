// Azure Front Door in front of a Container App or an API Management: TLS at the edge, a web application firewall, no cache.
param name string = 'summaries'

@description('Host of what stands behind: summarizer.….azurecontainerapps.io, or the gateway of API Management.')
param originHost string

resource profile 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: name
  location: 'global'
  sku: {
    name: 'Premium_AzureFrontDoor'
  }
  properties: {
    // Silence of the origin; the server pings streams every 10 s and answers within 60 s.
    originResponseTimeoutSeconds: 75
  }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2024-02-01' = {
  parent: profile
  name: name
  location: 'global'
  properties: {
    enabledState: 'Enabled'
  }
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2024-02-01' = {
  parent: profile
  name: 'summarizer'
  properties: {
    loadBalancingSettings: {
      sampleSize: 4
      successfulSamplesRequired: 3
      additionalLatencyInMilliseconds: 50
    }
  }
}

resource origin 'Microsoft.Cdn/profiles/originGroups/origins@2024-02-01' = {
  parent: origins
  name: 'summarizer'
  properties: {
    hostName: originHost
    originHostHeader: originHost
    httpsPort: 443
    enforceCertificateNameCheck: true
  }
}

resource firewall 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2024-02-01' = {
  name: '${name}waf'
  location: 'global'
  sku: {
    name: 'Premium_AzureFrontDoor'
  }
  properties: {
    policySettings: {
      enabledState: 'Enabled'
      mode: 'Prevention'
      // Documents are looked at up to 128 kB; a managed rule set would take many a text for an attack, so there is none.
      requestBodyCheck: 'Disabled'
    }
    customRules: {
      rules: [
        {
          name: 'RateLimit'
          priority: 1
          ruleType: 'RateLimitRule'
          rateLimitDurationInMinutes: 1
          rateLimitThreshold: 600
          matchConditions: [
            {
              matchVariable: 'RequestUri'
              operator: 'Contains'
              matchValue: [
                '/v1/'
              ]
            }
          ]
          action: 'Block'
        }
      ]
    }
  }
}

resource security 'Microsoft.Cdn/profiles/securityPolicies@2024-02-01' = {
  parent: profile
  name: 'firewall'
  properties: {
    parameters: {
      type: 'WebApplicationFirewall'
      wafPolicy: {
        id: firewall.id
      }
      associations: [
        {
          domains: [
            {
              id: endpoint.id
            }
          ]
          patternsToMatch: [
            '/*'
          ]
        }
      ]
    }
  }
}

// Nobody is named at the edge: Front Door authenticates nobody, so a caller's header of that name goes no further.
resource headers 'Microsoft.Cdn/profiles/ruleSets@2024-02-01' = {
  parent: profile
  name: 'headers'
}

resource dropIdentity 'Microsoft.Cdn/profiles/ruleSets/rules@2024-02-01' = {
  parent: headers
  name: 'dropIdentity'
  properties: {
    order: 1
    actions: [
      {
        name: 'ModifyRequestHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: 'Delete'
          headerName: 'X-Summarizer-Identity'
        }
      }
    ]
  }
}

resource route 'Microsoft.Cdn/profiles/afdEndpoints/routes@2024-02-01' = {
  parent: endpoint
  name: 'summaries'
  properties: {
    originGroup: {
      id: origins.id
    }
    ruleSets: [
      {
        id: headers.id
      }
    ]
    // No cacheConfiguration: answers are private, and a stream is not cached.
    supportedProtocols: [
      'Https'
    ]
    patternsToMatch: [
      '/v1/*'
    ]
    forwardingProtocol: 'HttpsOnly'
    httpsRedirect: 'Disabled'
    linkToDefaultDomain: 'Enabled'
  }
  dependsOn: [
    origin
  ]
}

output host string = endpoint.properties.hostName
// What the origin must ask for in X-Azure-FDID, to be reached through this Front Door alone.
output frontDoorId string = profile.properties.frontDoorId
