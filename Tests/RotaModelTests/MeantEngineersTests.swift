import Diagnostics
import Testing

@testable import RotaModel

struct MeantEngineersTests {
  private let named = [
    ("ada", "Ada Lindqvist"), ("grace", "Grace Hopper"), ("al", "Ada Grace"),
    ("zoe", "Zoë Ørsted Weiß"), ("dieter", "Dieter van der Berg"), ("ivo", "ivo"),
    ("lind", "Ivo Żółć"), ("t1", "Kim Lee"), ("t2", "kim lee"), ("nguyen", "Nguyễn Thị Ánh"),
  ]

  private func meant(_ text: String) -> [String] {
    let team = team(
      named.map { id, name in
        engineer(id) {
          $0.name = name
          if id == "dieter" { $0.aliases = [Located("D. Grace", at: nowhere)] }
        }
      })
    return team.engineers(meantBy: text).map(\.id.text)
  }

  @Test(arguments: [
    // An id goes before a first name, a full name before a first name and a surname.
    ("ada", "ada"), ("ADA", "ada"), ("grace", "grace"), ("Ada Grace", "al"), ("ivo", "ivo"),
    ("lind", "lind"), ("Lindqvist", "ada"), ("hopper", "grace"),
    // An alias goes before a first name and a surname.
    ("d grace", "dieter"),
    // Case and accents, composed or not.
    ("zoe", "zoe"), ("ZOË ORSTED WEISS", "zoe"), ("zoe\u{308} ørsted weiß", "zoe"),
    ("Weiss", "zoe"), ("ørsted weiß", "zoe"), ("Zolc", "lind"), ("Nguyen Thi Anh", "nguyen"),
    ("ánh", "nguyen"),
    // A surname of several words, whole or its end.
    ("van der berg", "dieter"), ("Berg", "dieter"),
    // Several at the first step that fits.
    ("Kim Lee", "t1 t2"), ("kim", "t1 t2"),
    // Nobody: no part of a name, nothing at all.
    ("Lindq", ""), ("van", ""), ("Ada Lee", ""), ("", ""), ("--", ""),
  ])
  func whoIsMeant(_ text: String, _ ids: String) {
    #expect(meant(text).joined(separator: " ") == ids)
  }
}
