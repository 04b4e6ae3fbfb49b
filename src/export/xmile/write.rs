//! The exported model as XML.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::origin::Origin;
use super::unit;
use super::variable::{Group, Kind, Variable};

/// The namespace of XMILE 1.0.
const NAMESPACE: &str = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0";

/// What a reader of the file should know, in its first comment.
const ABOUT: &str = "
  The model of one city, written by Making Room. Change it where a variable's
  documentation begins with 'Input': lever settings and the outlook.

  Variables without a prefix are the run of the scenario; reference_ is the
  same world under adopted policy; baseline_ is adopted policy under the
  baseline outlook, in which the offset of the job trend is found.
  Run it as it is set: Euler, one step a year.
";

type Xml = Writer<Vec<u8>>;

/// The bytes of the file of a run from the first to the last year of `span`.
pub fn file(origin: &Origin<'_>, span: (i32, i32), groups: &[Group]) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("xmile").with_attributes([("version", "1.0"), ("xmlns", NAMESPACE)]).write_inner_content(
        |xml| {
            xml.write_event(Event::Comment(BytesText::from_escaped(ABOUT)))?;
            header(xml, origin)?;
            specifications(xml, span)?;
            units(xml, &origin.pack.currency.code)?;
            xml.create_element("model")
                .write_inner_content(|xml| variables(xml, &origin.pack.currency.code, groups))?;
            Ok(())
        },
    )?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn text(xml: &mut Xml, element: &str, text: &str) -> io::Result<()> {
    xml.create_element(element).write_text_content(BytesText::new(text)).map(|_| ())
}

fn header(xml: &mut Xml, origin: &Origin<'_>) -> io::Result<()> {
    xml.create_element("header").write_inner_content(|xml| {
        text(xml, "vendor", "Making Room")?;
        xml.create_element("product")
            .with_attributes([("version", env!("CARGO_PKG_VERSION")), ("lang", "en")])
            .write_text_content(BytesText::new("making-room"))?;
        text(xml, "name", &format!("{}: {}", origin.pack.name, origin.scenario.title))
    })?;
    Ok(())
}

fn specifications(xml: &mut Xml, (first, last): (i32, i32)) -> io::Result<()> {
    xml.create_element("sim_specs")
        .with_attributes([("method", "Euler"), ("time_units", "year")])
        .write_inner_content(|xml| {
            text(xml, "start", &first.to_string())?;
            text(xml, "stop", &last.to_string())?;
            text(xml, "dt", "1")
        })?;
    Ok(())
}

fn units(xml: &mut Xml, currency: &str) -> io::Result<()> {
    xml.create_element("model_units").write_inner_content(|xml| {
        for (name, others) in unit::BASE {
            xml.create_element("unit")
                .with_attribute(("name", in_currency(name, currency).as_str()))
                .write_inner_content(|xml| others.iter().try_for_each(|other| text(xml, "alias", other)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn variables(xml: &mut Xml, currency: &str, groups: &[Group]) -> io::Result<()> {
    xml.create_element("variables").write_inner_content(|xml| {
        for group in groups {
            xml.write_event(Event::Comment(BytesText::new(&format!(" {} ", group.name))))?;
            group.variables.iter().try_for_each(|v| variable(xml, currency, v))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn variable(xml: &mut Xml, currency: &str, v: &Variable) -> io::Result<()> {
    let element = match v.kind {
        Kind::Auxiliary => "aux",
        Kind::Flow => "flow",
        Kind::Stock { .. } => "stock",
    };
    xml.create_element(element).with_attribute(("name", v.name.as_str())).write_inner_content(|xml| {
        text(xml, "doc", &v.meaning)?;
        text(xml, "eqn", &v.equation)?;
        if let Kind::Stock { inflows, outflows } = &v.kind {
            inflows.iter().try_for_each(|flow| text(xml, "inflow", flow))?;
            outflows.iter().try_for_each(|flow| text(xml, "outflow", flow))?;
        }
        text(xml, "units", &in_currency(&v.unit, currency))
    })?;
    Ok(())
}

fn in_currency(unit: &str, currency: &str) -> String {
    unit.replace("currency", currency)
}
