"""schema.py attributes|class|user BASE: the Lync attributes that the tests use, as LDIF for an Active Directory schema.

Names and syntaxes are those of the product's extension. The numbers under 1.3.6.1.4.1.32473 are from the range for documentation
(RFC 5612); no LDAP client sees them.
"""
import sys

BOOLEAN, INTEGER, TEXT, NAME = ("2.5.5.8", 1), ("2.5.5.9", 2), ("2.5.5.12", 64), ("2.5.5.1", 127)
ATTRIBUTES = [  # name, syntax, single-valued, indexed
    ("msRTCSIP-PrimaryUserAddress", TEXT, True, True),
    ("msRTCSIP-UserEnabled", BOOLEAN, True, True),
    ("msRTCSIP-PrimaryHomeServer", NAME, True, False),
    ("msRTCSIP-OptionFlags", INTEGER, True, False),
    ("msRTCSIP-Line", TEXT, True, True),
    ("msRTCSIP-LineServer", TEXT, True, False),
    ("msRTCSIP-PrivateLine", TEXT, True, False),
    ("msRTCSIP-UserPolicies", TEXT, False, False),
    ("msRTCSIP-DeploymentLocator", TEXT, True, False),
    ("msRTCSIP-FederationEnabled", BOOLEAN, True, False),
    ("msRTCSIP-InternetAccessEnabled", BOOLEAN, True, False),
]
ARC = "1.3.6.1.4.1.32473.1"


def attributes(base):
    for number, (name, (syntax, om), single, indexed) in enumerate(ATTRIBUTES, 1):
        print(f"dn: CN={name},CN=Schema,CN=Configuration,{base}\nobjectClass: attributeSchema")
        print(f"attributeID: {ARC}.1.{number}\nlDAPDisplayName: {name}\nadminDisplayName: {name}")
        print(f"attributeSyntax: {syntax}\noMSyntax: {om}\nisSingleValued: {str(single).upper()}")
        if om == 127:
            print("oMObjectClass:: KwwCh3McAIVK")
        print(f"searchFlags: {int(indexed)}\nisMemberOfPartialAttributeSet: TRUE\n")


def auxiliary_class(base):
    print(f"dn: CN=msRTCSIP-User,CN=Schema,CN=Configuration,{base}\nobjectClass: classSchema")
    print(f"governsID: {ARC}.2.1\nlDAPDisplayName: msRTCSIP-User\nadminDisplayName: msRTCSIP-User")
    print("objectClassCategory: 3\nsubClassOf: top")
    for name, _, _, _ in ATTRIBUTES:
        print(f"mayContain: {name}")
    print()


def user(base):
    for owner in ("User", "Contact"):
        print(f"dn: CN={owner},CN=Schema,CN=Configuration,{base}\nchangetype: modify")
        print("add: auxiliaryClass\nauxiliaryClass: msRTCSIP-User\n-\n")


{"attributes": attributes, "class": auxiliary_class, "user": user}[sys.argv[1]](sys.argv[2])
