// Prints the events of a calendar file as libical reads them, times by the file's own VTIMEZONEs:
// "UID <tab> START <tab> END <tab> SEQUENCE" a line, times as seconds since 1970 or as dates.
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print_time(icalcomponent *calendar, icalcomponent *event, icalproperty_kind kind) {
  icalproperty *property = icalcomponent_get_first_property(event, kind);
  if (!property) {
    printf("\t-");
    return;
  }
  struct icaltimetype time = icalvalue_get_datetimedate(icalproperty_get_value(property));
  if (time.is_date) {
    printf("\t%04d-%02d-%02d", time.year, time.month, time.day);
    return;
  }
  icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  icaltimezone *zone = icaltimezone_get_utc_timezone();
  if (tzid) zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(tzid));
  if (!zone || (!tzid && !icaltime_is_utc(time))) {
    printf("\tno-zone");
    return;
  }
  printf("\t%lld", (long long)icaltime_as_timet_with_zone(time, zone));
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 2;
  static char text[32 << 20];
  text[fread(text, 1, sizeof text - 1, file)] = 0;
  icalcomponent *calendar = icalparser_parse_string(text);
  if (!calendar || icalcomponent_count_errors(calendar) > 0) {
    fprintf(stderr, "libical finds errors in %s:\n%s\n", arguments[1],
            calendar ? icalcomponent_as_ical_string(calendar) : "");
    return 1;
  }
  icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
  for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    printf("%s", icalcomponent_get_uid(event));
    print_time(calendar, event, ICAL_DTSTART_PROPERTY);
    print_time(calendar, event, ICAL_DTEND_PROPERTY);
    printf("\t%d\n", icalcomponent_get_sequence(event));
  }
  return 0;
}
