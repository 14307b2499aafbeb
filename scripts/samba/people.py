"""people.py COUNT ad|slapd BASE: a made-up company as LDIF, the same for the same arguments.

COUNT people u00001... in OU=Calque, every 25th disabled, names that need escaping; Lync attributes on three of four.
Groups: CAL-Standard holds three departments, each holds its teams, teams hold people (provision.sh closes a circle);
CAL-Enterprise holds people and a team; Everybody holds all; "Finance (EU)*" has a name that filters must escape.
With "slapd" each entry also carries what an Active Directory server would add by itself; groups are left out.
"""
import hashlib
import sys
from base64 import b64encode

count, server, base = int(sys.argv[1]), sys.argv[2], sys.argv[3]
top = f"OU=Calque,{base}"
out = sys.stdout
FIRST = ["Ann", "Bob", "Zoë", "Łukasz", "Jürgen", "Søren", "Chloé", "Иван", "Dana", "Efe"]
LAST = ["Smith", "Müller", "Łuczak", "O'Neil", "de Vries", "Ångström", "García", "Петров", "Stone", "Öztürk", "King"]
UNITS = ["Sales", "Finance", "Research", "Support", "Works", "Leavers", "Board", "München"]
DEPARTMENTS, TEAMS = 3, 12
POOL = f"CN=Lc Services,CN=Microsoft,CN=1:1,CN=Pools,CN=RTC Service,CN=Services,CN=Configuration,{base}"


def escaped(value):
    return "".join("\\" + c if c in ',+"\\<>;=#' else c for c in value)


def line(name, value):
    plain = all(32 <= ord(c) < 127 for c in value) and value[:1] not in (" ", ":", "<") and not value.endswith(" ")
    out.write(f"{name}: {value}\n" if plain else f"{name}:: {b64encode(value.encode()).decode()}\n")


def name_of(i):
    first, last = FIRST[i % len(FIRST)], LAST[i // 3 % len(LAST)]
    return f"{last}, {first} ({i})" if i % 10 == 3 else f"{first} {last} {i}"


def person_dn(i):
    return f"CN={escaped(name_of(i))},OU={UNITS[i % len(UNITS)]},{top}"


def entry(dn, classes, **values):
    line("dn", dn)
    for c in classes:
        line("objectClass", c)
    for name, value in values.items():
        for v in value if isinstance(value, list) else [value]:
            line(name.replace("_", "-"), v)
    out.write("\n")


def person(i):
    sam, name = f"u{i:05d}", name_of(i)
    values = dict(
        cn=name, sAMAccountName=sam, userPrincipalName=f"{sam}@ad.example.test", displayName=name, sn=LAST[i // 3 % len(LAST)],
        givenName=FIRST[i % len(FIRST)], mail=f"{sam}@example.test", department=UNITS[i * 7 % len(UNITS)],
        telephoneNumber=f"+49 89 5550 {i:06d}", userAccountControl="514" if i % 25 == 0 else "512")
    if i % 4:
        voice = i % 10 == 1
        values |= dict(
            msRTCSIP_UserEnabled="TRUE" if i % 50 != 7 else "FALSE", msRTCSIP_PrimaryUserAddress=f"sip:{sam}@example.test",
            msRTCSIP_PrimaryHomeServer=POOL, msRTCSIP_OptionFlags="385" if voice else "257",
            msRTCSIP_DeploymentLocator="SRV:")
        if voice:
            values["msRTCSIP_Line"] = f"tel:+49895550{i:06d}"
        if i % 5:
            values["msRTCSIP_UserPolicies"] = [f"1={i % 5}"] + (["9=2"] if i % 6 == 0 else [])
    if server == "slapd":
        values |= dict(objectGUID_b=i, objectCategory="person", uSNChanged=str(i),
                       primaryGroupID="513", memberOf=[f"CN=Team {i % TEAMS},{top}"] + ([f"CN=CAL-Enterprise,{top}"] if i % 5 == 0 else []))
        line("dn", person_dn(i))
        for c in ("top", "person", "organizationalPerson", "user"):
            line("objectClass", c)
        line("instanceType", "4")
        for name, value in values.items():
            if name == "objectGUID_b":
                out.write(f"objectGUID:: {b64encode(hashlib.md5(str(value).encode()).digest()).decode()}\n")
                continue
            for v in value if isinstance(value, list) else [value]:
                line(name.replace("_", "-"), v)
        out.write("\n")
    else:
        entry(person_dn(i), ["top", "person", "organizationalPerson", "user"], **values)


def group(name, members):
    entry(f"CN={escaped(name)},{top}", ["top", "group"], cn=name, sAMAccountName=name.replace("*", ""), groupType="-2147483646",
          member=members)


def people_where(condition):
    return [person_dn(i) for i in range(1, count + 1) if condition(i)]


if server == "slapd":
    entry(base, ["top", "domainDNS"], dc=base.split(",")[0][3:], objectCategory=f"CN=Domain-DNS,{base}")
else:
    services = f"CN=Services,CN=Configuration,{base}"
    entry(f"CN=RTC Service,{services}", ["top", "container"], cn="RTC Service")
    entry(f"CN=Pools,CN=RTC Service,{services}", ["top", "container"], cn="Pools")
    above = POOL.split(",", 2)
    entry(above[2], ["top", "container"], cn="1:1")
    entry(",".join(above[1:]), ["top", "container"], cn="Microsoft")
    entry(POOL, ["top", "container"], cn="Lc Services")
entry(top, ["top", "organizationalUnit"], ou="Calque")
for unit in UNITS:
    entry(f"OU={unit},{top}", ["top", "organizationalUnit"], ou=unit)
for i in range(1, count + 1):
    person(i)
if server == "ad":
    for t in range(TEAMS):
        group(f"Team {t}", people_where(lambda i: i % TEAMS == t and i % 4))
    for d in range(DEPARTMENTS):
        group(f"Department {d}", [f"CN=Team {t},{top}" for t in range(TEAMS) if t % DEPARTMENTS == d])
    group("CAL-Standard", [f"CN=Department {d},{top}" for d in range(DEPARTMENTS)])
    group("CAL-Enterprise", people_where(lambda i: i % 5 == 0) + [f"CN=Team 1,{top}"])
    group("Everybody", people_where(lambda i: True))
    group("Finance (EU)*", people_where(lambda i: i % 100 == 1))
