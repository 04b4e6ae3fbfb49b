//! Identifiers whose text form is what files and the command line use.

/// Lets an enumeration with strum's `EnumString` and `IntoStaticStr` travel
/// through serde as that text, with an error that lists what is known.
macro_rules! text_id {
    ($name:ident, $noun:literal) => {
        impl TryFrom<String> for $name {
            type Error = String;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse().map_err(|_| {
                    let known: Vec<&'static str> =
                        <Self as strum::IntoEnumIterator>::iter().map(<&'static str>::from).collect();
                    format!(concat!("unknown ", $noun, " {:?}: expected one of {}"), text, known.join(", "))
                })
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                <&'static str>::from(id).to_owned()
            }
        }
    };
}

pub(crate) use text_id;
