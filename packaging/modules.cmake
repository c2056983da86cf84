# greenline_module(ddp SOURCES socket.cpp ... LINK greenline_wire Qt6::WebSockets)
# makes the static library greenline_ddp out of app/ddp. LINK is public: it is the module's row in the layering table.
function(greenline_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;PRIVATE")
    add_library(greenline_${name} STATIC ${arg_SOURCES})
    set_target_properties(greenline_${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(greenline_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(greenline_${name} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE} project_options)
endfunction()

# greenline_test(ddp tst_socket LINK greenline_ddp greenline_practice)
# builds tests/ddp/tst_socket.cpp and registers it as the test ddp.tst_socket.
function(greenline_test module name)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "TIMEOUT" "SOURCES;LINK")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set(target ${module}_${name})
    add_executable(${target} ${name}.cpp ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE ${arg_LINK} Qt6::Test project_options)
    target_compile_definitions(${target} PRIVATE GREENLINE_FIXTURES="${PROJECT_SOURCE_DIR}/tests/fixtures")
    add_test(NAME ${module}.${name} COMMAND ${target})
    set_tests_properties(${module}.${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_ACCESSIBILITY=0")
endfunction()

# greenline_ui_module(timeline SOURCES ... LINK greenline_ui_theme ...) makes greenline_ui_timeline out of ui/timeline.
function(greenline_ui_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
    add_library(greenline_ui_${name} STATIC ${arg_SOURCES})
    set_target_properties(greenline_ui_${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(greenline_ui_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(greenline_ui_${name} PUBLIC ${arg_LINK} Qt6::Widgets PRIVATE project_options)
endfunction()
